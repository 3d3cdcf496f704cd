namespace Drawbridge.Problems;

/// <summary>The history that shall be taken over says that a migration failed, or is at work.</summary>
public sealed record ForeignHistoryUnfinished(string Message, string Remedy) : Problem(Message, Remedy)
{
    /// <summary>golang-migrate began a version and did not end it.</summary>
    public static ForeignHistoryUnfinished Dirty(string database, string table, string version) => new(
        $"golang-migrate left database '{database}' dirty at version '{version}' ('{table}').",
        $"Nothing was run. See what of version '{version}' took effect, complete it or take it back, say so with "
        + "'migrate force <version>', then deploy again.");

    /// <summary>Flyway recorded a failure.</summary>
    public static ForeignHistoryUnfinished Failed(string database, string table, string script) => new(
        $"Flyway recorded that '{script}' failed in database '{database}' ('{table}').",
        "Nothing was run. See what of it took effect, complete it or take it back, run 'flyway repair', then "
        + "deploy again.");
}
