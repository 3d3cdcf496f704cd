using System.Data.Common;

namespace Drawbridge.Engine.Donors;

/// <summary>A table that may be another tool's.</summary>
/// <param name="Schema">Not quoted.</param>
/// <param name="Table">Its name, not quoted.</param>
/// <param name="Name">Both, quoted where they need that.</param>
/// <param name="Columns">Their names, in the order of the alphabet.</param>
internal sealed record FoundTable(string Schema, string Table, string Name, IReadOnlyList<string> Columns)
{
    /// <summary>Reads a row of what finds them: schema, name, both quoted, columns.</summary>
    public static FoundTable Of(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3).Split(','));
}
