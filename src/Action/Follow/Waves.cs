namespace Drawbridge.GitHubAction.Follow;

/// <summary>The root database first, because its scripts create the others; then all others side by side.</summary>
/// <param name="rootDatabase">The database that goes first.</param>
/// <param name="ask">Has one database's scripts applied, and answers what became of it.</param>
internal sealed class Waves(string rootDatabase, Func<string, Task<DatabaseOutcome>> ask)
{
    /// <summary>Asks each database; the others only when nothing is missing in the root.</summary>
    public async Task<RunOutcome> Run(IReadOnlyList<string> databases)
    {
        var root = databases.Where(database => database == rootDatabase).ToList();
        var others = databases.Except(root).ToList();
        var first = await Task.WhenAll(root.Select(ask));
        var second = first.All(outcome => outcome.Kind is OutcomeKind.Succeeded or OutcomeKind.Superseded)
            ? await Task.WhenAll(others.Select(ask))
            : [.. others.Select(database => new DatabaseOutcome(database, OutcomeKind.NotStarted, Report: null))];
        return new RunOutcome([.. first, .. second]);
    }
}
