using System.Collections.Frozen;

namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>The many names of PostgreSQL's own types.</summary>
internal static class TypeNames
{
    /// <summary>Names of the catalog, which can stand in quotes and behind <c>pg_catalog</c>.</summary>
    private static readonly FrozenDictionary<string, string> Catalog = new Dictionary<string, string>
    {
        ["int2"] = "smallint",
        ["int4"] = "integer",
        ["int8"] = "bigint",
        ["float4"] = "real",
        ["float8"] = "double precision",
        ["bool"] = "boolean",
        ["varchar"] = "character varying",
        ["varbit"] = "bit varying",
        ["timestamp"] = "timestamp",
        ["timestamptz"] = "timestamp with time zone",
        ["timetz"] = "time with time zone",
        ["serial2"] = "smallserial",
        ["serial4"] = "serial",
        ["serial8"] = "bigserial",
    }.ToFrozenDictionary();

    /// <summary>Words of the grammar, and the types that it makes up.</summary>
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["int"] = "integer",
        ["dec"] = "numeric",
        ["decimal"] = "numeric",
        ["char"] = "character",
        ["nchar"] = "character",
    }.ToFrozenDictionary();

    public static string Canonical(QualifiedName written)
    {
        var name = written.Name.Value;
        return written.Schema is { Value: not "pg_catalog" } ? written.ToString()
            : Catalog.TryGetValue(name, out var canonical) ? canonical
            : written.Name.IsQuoted ? name == "char" ? "\"char\"" : name
            : written.Schema is null && Words.TryGetValue(name, out var word) ? word
            : name;
    }

    /// <summary>What only the modifiers decide: <c>float(24)</c> is <c>real</c>, <c>character</c> without a length has one of 1.</summary>
    public static (string Name, IReadOnlyList<string> Modifiers) Settle(string name, IReadOnlyList<string> modifiers) => (name, modifiers) switch
    {
        ("float", [var digits]) => (int.TryParse(digits, out var bits) && bits <= 24 ? "real" : "double precision", []),
        ("float", _) => ("double precision", []),
        ("character" or "bit", []) => (name, ["1"]),
        ("bpchar", not []) => ("character", modifiers),
        _ => (name, modifiers),
    };
}
