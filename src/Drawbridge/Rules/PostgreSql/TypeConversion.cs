using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// Knows the changes of a column's type for which the server writes no row: the stored bytes stay, and no length gets
/// shorter. Source: <c>ATColumnChangeRequiresRewrite</c> and the support functions of <c>varchar</c>, <c>numeric</c>
/// and the like.
/// </summary>
internal static class TypeConversion
{
    private const string Varying = "character varying";
    private const string Timestamp = "timestamp without time zone";
    private const string Time = "time without time zone";

    public static bool IsFree(DataType from, DataType to) =>
        Stored(from) == Stored(to) || (!from.IsArray && !to.IsArray && IsFreeScalar(from, to));

    /// <summary>Whether it is free as long as the session's time zone is UTC.</summary>
    public static bool IsFreeInUtc(DataType from, DataType to) =>
        !from.IsArray && !to.IsArray
        && (from.Name, to.Name) is (Timestamp, "timestamp with time zone") or ("timestamp with time zone", Timestamp)
        && from.Modifiers is [] && to.Modifiers is [];

    /// <summary>A serial column is an integer when it is there.</summary>
    private static string Stored(DataType type) => type switch
    {
        { IsSerial: false } => type.ToString(),
        { Name: "bigserial" } => "bigint",
        { Name: "smallserial" } => "smallint",
        _ => "integer",
    };

    private static bool IsFreeScalar(DataType from, DataType to) => (from.Name, to.Name) switch
    {
        ("text", Varying) or ("xml", "text") or ("xml", Varying) => to.Modifiers is [],
        (Varying, "text") or ("cidr", "inet") => true,
        (Varying, Varying) or ("bit varying", "bit varying")
            or (Time, Time) or ("time with time zone", "time with time zone")
            or (Timestamp, Timestamp) or ("timestamp with time zone", "timestamp with time zone") => IsAsLong(from, to),
        ("numeric", "numeric") => to.Modifiers is []
            || (IsAsLong(from, to) && from.Modifiers is not [] && (from.Modifier(1) ?? 0) == (to.Modifier(1) ?? 0)),
        _ => false,
    };

    private static bool IsAsLong(DataType from, DataType to) =>
        to.Modifiers is [] || (from.Modifier(0) is { } old && to.Modifier(0) is { } limit && limit >= old);
}
