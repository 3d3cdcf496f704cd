using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>A database setting of the form <c>scheme://user:password@host:5432/database?name=value</c>.</summary>
/// <param name="Host">Empty when it names none.</param>
/// <param name="Port">Null for the usual one.</param>
/// <param name="User">Empty when it names none.</param>
/// <param name="Password">Null when it holds none; never shown.</param>
/// <param name="Database">Empty when it names none.</param>
/// <param name="Parameters">In their order.</param>
internal sealed record DatabaseUrl(
    string Host, int? Port, string User, string? Password, string Database, IReadOnlyList<(string Name, string Value)> Parameters)
{
    /// <exception cref="DrawbridgeException">The problem says what is wrong, never the URL: there is a password in it.</exception>
    public static DatabaseUrl Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            throw new DrawbridgeException(new DatabaseSettingInvalid(
                "it is not a URL (characters such as '@', '/' or '#' in the password must be percent-encoded)"));
        }

        var login = uri.UserInfo.Split(':', 2);
        return new DatabaseUrl(
            uri.Host.Trim('[', ']'),
            uri.Port > 0 ? uri.Port : null,
            Uri.UnescapeDataString(login[0]),
            login.Length == 2 ? Uri.UnescapeDataString(login[1]) : null,
            Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            [.. uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Parameter)]);
    }

    private static (string Name, string Value) Parameter(string text)
    {
        var pair = text.Split('=', 2);
        return (pair[0], pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : "");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port}/{Database}";
}
