namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>Whom a token stands for.</summary>
/// <param name="Login">The name.</param>
/// <param name="Type"><c>Bot</c> for an app, else <c>User</c>.</param>
/// <param name="Rights">What the token may do with pull requests.</param>
internal sealed record Account(string Login, string Type, Rights Rights)
{
    /// <summary>The job's own token, as a workflow allows it.</summary>
    public static Account Job(Rights rights) => new("github-actions[bot]", "Bot", rights);

    /// <summary>A person's token.</summary>
    public static Account Person(string login) => new(login, "User", Rights.Write);
}
