using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Drawbridge.Engine;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>
/// Reads the JSON of a database secret: RDS's own has <c>username</c> and <c>password</c>, the rotation templates' also
/// <c>engine</c>, <c>host</c>, <c>port</c> and <c>dbname</c>. The last is left alone: each release names its database.
/// </summary>
internal static class DatabaseSecret
{
    /// <summary>Reads one; the flaw never quotes it.</summary>
    public static bool TryRead(
        string text, string engine, [NotNullWhen(true)] out Login? login, [NotNullWhen(false)] out string? flaw)
    {
        login = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            (login, flaw) = Read(document.RootElement, engine);
        }
        catch (JsonException)
        {
            flaw = "it is no JSON";
        }

        return login is not null;
    }

    private static (Login? Login, string? Flaw) Read(JsonElement secret, string engine)
    {
        if (secret.ValueKind != JsonValueKind.Object)
        {
            return (null, "it is no JSON object");
        }

        if (Text(secret, "engine") is { } named && !named.Contains(engine, StringComparison.OrdinalIgnoreCase))
        {
            return (null, $"its 'engine' is not '{engine}'");
        }

        if (Text(secret, "username") is not { } user || Text(secret, "password") is not { } password)
        {
            return (null, "it lacks 'username' or 'password'");
        }

        return TryReadPort(secret, out var port)
            ? (new Login(user, password) { Host = Text(secret, "host"), Port = port }, null)
            : (null, "its 'port' is none");
    }

    private static string? Text(JsonElement secret, string name) =>
        secret.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A number in some secrets and a string in others; a good one, or none at all.</summary>
    private static bool TryReadPort(JsonElement secret, out int? port)
    {
        port = null;
        if (!secret.TryGetProperty("port", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        _ = int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        port = number;
        return port is >= 1 and <= ushort.MaxValue;
    }
}
