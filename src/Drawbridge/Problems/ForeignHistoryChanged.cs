namespace Drawbridge.Problems;

/// <summary>The tool whose history was taken over has migrated the database again.</summary>
public sealed record ForeignHistoryChanged(string Message, string Remedy) : Problem(Message, Remedy)
{
    /// <summary>It went on.</summary>
    public static ForeignHistoryChanged Forward(string database, string table, string tool, string word) => new(
        $"{tool} has migrated database '{database}' since its history was taken over ('{table}').",
        $"Nothing was run. Let nobody run {tool} there any more; to take over what it did, write 'adopt: {word}' below "
        + $"'databases: {database}:' in 'drawbridge.yml'.");

    /// <summary>It took something back.</summary>
    public static ForeignHistoryChanged Back(string database, string table, string tool) => new(
        $"{tool} has taken back a migration of database '{database}' since its history was taken over ('{table}').",
        $"Nothing was run. Let {tool} apply it again, and nobody run it there any more; what shall be taken back, "
        + "'undo' takes back.");
}
