namespace Drawbridge.Engine.SqlServer;

/// <summary>Names and texts as T-SQL writes them.</summary>
internal static class SqlName
{
    /// <summary>A name in brackets.</summary>
    public static string Quote(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

    /// <summary>A text in quotes.</summary>
    public static string Literal(string text) => $"N'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Names of databases are the same in whatever case.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
