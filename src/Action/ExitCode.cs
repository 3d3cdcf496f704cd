namespace Drawbridge.GitHubAction;

/// <summary>What the program tells its caller.</summary>
internal enum ExitCode
{
    /// <summary>Everything is fine.</summary>
    Fine = 0,

    /// <summary>Something was refused or failed.</summary>
    Failed = 1,

    /// <summary>The program was called in a way it does not understand.</summary>
    Misused = 2,

    /// <summary>No answer in time; nothing is undone by not waiting.</summary>
    NoAnswer = 3,
}
