namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>What a token may do with pull requests.</summary>
internal enum Rights
{
    /// <summary>Not even know of them.</summary>
    None,

    /// <summary>Read them.</summary>
    Read,

    /// <summary>Comment on them.</summary>
    Write,
}
