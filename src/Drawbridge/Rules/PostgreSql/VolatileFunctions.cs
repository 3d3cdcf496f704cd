using System.Collections.Frozen;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Knows the functions that people use as defaults and that give another value for each row.</summary>
internal static class VolatileFunctions
{
    /// <summary>The server's own, and those of its extensions.</summary>
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "clock_timestamp",
        "gen_random_bytes",
        "gen_random_uuid",
        "gen_salt",
        "nextval",
        "random",
        "random_normal",
        "timeofday",
        "uuid_generate_v1",
        "uuid_generate_v1mc",
        "uuid_generate_v4",
        "uuidv4",
        "uuidv7");

    /// <summary>The first that an expression calls; null for none.</summary>
    public static QualifiedName? In(SqlExpression expression) =>
        expression.Calls.FirstOrDefault(call => Known.Contains(call.Name.Value));
}
