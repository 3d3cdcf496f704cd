namespace Drawbridge.GitHubAction.Follow;

/// <summary>What became of all databases.</summary>
/// <param name="Databases">In the order in which they were asked.</param>
internal sealed record RunOutcome(IReadOnlyList<DatabaseOutcome> Databases)
{
    /// <summary>The worst that happened.</summary>
    public OutcomeKind Kind => Databases.Max(database => database.Kind);

    /// <summary>What the program tells its caller.</summary>
    public ExitCode ExitCode => Kind switch
    {
        OutcomeKind.Succeeded or OutcomeKind.Superseded => ExitCode.Fine,
        OutcomeKind.NoResult => ExitCode.NoAnswer,
        _ => ExitCode.Failed,
    };
}
