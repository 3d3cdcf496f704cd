namespace Drawbridge.Problems;

/// <summary>Another tool has migrated this database.</summary>
public sealed record ForeignHistory(string Message, string Remedy) : Problem(Message, Remedy)
{
    /// <summary>Of a tool whose history can be taken over.</summary>
    public static ForeignHistory Adoptable(string database, string table, string tool, string word) => Of(
        database,
        [table],
        tool,
        $"To take its history over, write 'adopt: {word}' below 'databases: {database}:' in 'drawbridge.yml'.");

    /// <summary>Of any other tool, or of several.</summary>
    public static ForeignHistory Other(string database, IReadOnlyList<string> tables, string tool) =>
        Of(database, tables, tool, "Mark in 'drawbridge.yml' the scripts whose work is done as 'done'.");

    private static ForeignHistory Of(string database, IReadOnlyList<string> tables, string tool, string next) => new(
        $"Database '{database}' carries the history of {tool}: "
        + $"{string.Join(", ", tables.Select(table => $"'{table}'"))}.",
        $"Nothing was run, because what {tool} has applied would be applied a second time. {next}");
}
