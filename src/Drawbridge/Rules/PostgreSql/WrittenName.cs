namespace Drawbridge.Rules.PostgreSql;

/// <summary>Writes names so that the server reads them as they are.</summary>
internal static class WrittenName
{
    /// <summary>
    /// In double quotes where it needs them. It must be no keyword, which a name with a suffix never is.
    /// </summary>
    public static string Of(string name) =>
        IsPlain(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string name) =>
        name is [>= 'a' and <= 'z' or '_', ..]
        && name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '$');
}
