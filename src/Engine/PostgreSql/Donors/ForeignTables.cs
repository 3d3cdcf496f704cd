using System.Globalization;
using Drawbridge.Engine.Donors;
using Drawbridge.Manifests;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Donors;

/// <summary>
/// Finds what other tools know of a database, and reads it where it can be taken over. Nothing of it is changed.
/// </summary>
internal sealed class ForeignTables(NpgsqlConnection connection)
{
    /// <summary>Every history table of another tool, in the order of their names.</summary>
    public async Task<IReadOnlyList<ForeignTable>> Find(CancellationToken cancellationToken)
    {
        var found = await Read(ForeignSql.Find, FoundTable.Of, cancellationToken);
        var tables = new List<ForeignTable>();
        foreach (var one in found)
        {
            var neighbours = found.Where(other => other.Schema == one.Schema).Select(other => other.Table).ToList();
            if (ForeignTools.NameOf(one.Table, one.Columns, neighbours) is { } tool)
            {
                tables.Add(new ForeignTable(one.Name, tool) { Donor = await ReadDonor(one, cancellationToken) });
            }
        }

        return tables;
    }

    private async Task<DonorHistory?> ReadDonor(FoundTable table, CancellationToken cancellationToken) =>
        ForeignTools.DonorOf(table.Columns) is { } tool
            ? new DonorHistory(tool, table.Schema, table.Table, await ReadRows(tool, table.Name, cancellationToken))
            : null;

    private Task<IReadOnlyList<DonorRow>> ReadRows(DonorTool tool, string table, CancellationToken cancellationToken) =>
        tool == DonorTool.Flyway
            ? Read(ForeignSql.ReadFlyway(table), FlywayRow, cancellationToken)
            : Read(ForeignSql.ReadGolangMigrate(table), GolangMigrateRow, cancellationToken);

    private static DonorRow GolangMigrateRow(NpgsqlDataReader row)
    {
        var version = row.GetInt64(0);
        var text = version.ToString(CultureInfo.InvariantCulture);
        var isWhole = !row.GetBoolean(1);
        return new DonorRow(version, DonorRowKind.UpTo, text, Script: "", Description: "", Checksum: null, isWhole);
    }

    private static DonorRow FlywayRow(NpgsqlDataReader row)
    {
        var type = row.GetString(2);
        return new DonorRow(
            row.GetInt64(0),
            KindOf(type),
            row.IsDBNull(1) ? null : row.GetString(1),
            row.GetString(3),
            row.IsDBNull(4) ? "" : row.GetString(4),
            row.IsDBNull(5) ? null : row.GetInt32(5),
            row.GetBoolean(6))
        {
            Type = type,
        };
    }

    /// <summary>Flyway's words: a baseline can be a row without a script, or a script of any kind.</summary>
    private static DonorRowKind KindOf(string type) => type switch
    {
        "SQL" => DonorRowKind.Script,
        "SCHEMA" => DonorRowKind.Note,
        "DELETE" => DonorRowKind.End,
        _ when type.StartsWith("UNDO_", StringComparison.Ordinal) => DonorRowKind.End,
        _ when type.EndsWith("BASELINE", StringComparison.Ordinal) => DonorRowKind.UpTo,
        _ => DonorRowKind.Code,
    };

    private async Task<IReadOnlyList<T>> Read<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(sql) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var all = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            all.Add(read(reader));
        }

        return all;
    }
}
