using System.Globalization;
using Drawbridge.LocalEnvironment;
using Npgsql;

namespace Drawbridge.Demo;

/// <summary>Looks into the deployed database, as a sceptic would.</summary>
internal sealed class ShopDatabase(LocalPostgres server, string name)
{
    private const string HasTable = "SELECT to_regclass($1) IS NOT NULL";

    private const string HistoryRows =
        """
        SELECT coalesce(version, ''), description, kind, state, duration_ms, left(commit_sha, 7)
        FROM drawbridge.history
        ORDER BY started_at
        """;

    /// <summary>
    /// The columns of <see cref="History"/>: as many as a terminal of 80 shows without breaking them.
    /// </summary>
    public static IReadOnlyList<string> HistoryColumns { get; } =
        ["version", "description", "kind", "state", "ms", "commit"];

    /// <summary>The database's name.</summary>
    public string Name => name;

    /// <summary>Whether a table, view or index of that name is there.</summary>
    public async Task<bool> Contains(string relation)
    {
        await using var connection = await server.Connect(name);
        await using var command = new NpgsqlCommand(HasTable, connection) { Parameters = { new() { Value = relation } } };
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The rows of the history table, in the order in which they were applied.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> History()
    {
        await using var connection = await server.Connect(name);
        await using var command = new NpgsqlCommand(HistoryRows, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<IReadOnlyList<string>>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? "")]);
        }

        return rows;
    }
}
