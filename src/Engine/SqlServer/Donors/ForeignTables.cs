using Drawbridge.Engine.Donors;

namespace Drawbridge.Engine.SqlServer.Donors;

/// <summary>
/// Finds what other tools know of a database. None of it can be taken over yet, so none of it is read.
/// </summary>
internal sealed class ForeignTables(SqlChannel channel)
{
    /// <summary>Every history table of another tool, in the order of their names.</summary>
    public async Task<IReadOnlyList<ForeignTable>> Find(CancellationToken cancellationToken)
    {
        var found = await channel.Ask(
            new SqlRequest(ForeignSql.Find),
            async reader =>
            {
                var tables = new List<FoundTable>();
                while (await reader.ReadAsync(cancellationToken))
                {
                    tables.Add(FoundTable.Of(reader));
                }

                return tables;
            },
            cancellationToken);
        return Recognise(found);
    }

    /// <summary>Those of the tables that are a tool's.</summary>
    public static IReadOnlyList<ForeignTable> Recognise(IReadOnlyList<FoundTable> found) =>
    [
        .. from table in found
           let neighbours = found.Where(other => other.Schema == table.Schema).Select(other => other.Table).ToList()
           let tool = ForeignTools.NameOf(table.Table, table.Columns, neighbours)
           where tool is not null
           select new ForeignTable(table.Name, tool),
    ];
}
