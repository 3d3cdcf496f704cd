using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Bench.Sql;

/// <summary>Reads a script to its last word.</summary>
internal static class Reading
{
    /// <summary>How many of its statements are understood.</summary>
    public static int Fully(string script) =>
        PostgreSqlReader.Read(script).Statements.Count(statement => statement.Syntax is not OtherStatement);
}
