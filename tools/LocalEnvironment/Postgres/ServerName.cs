using Npgsql;

namespace Drawbridge.LocalEnvironment.Postgres;

/// <summary>
/// Reads a server's name: <c>postgresql://user:password@host:port/database</c> or a connection string.
/// </summary>
internal static class ServerName
{
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            var server = text.Contains("://", StringComparison.Ordinal)
                ? FromUrl(new Uri(text))
                : new NpgsqlConnectionStringBuilder(text);
            return server is { Host.Length: > 0, Username.Length: > 0 }
                ? server
                : throw new FormatException("host or user is missing");
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            throw new LocalEnvironmentException(
                $"'{LocalPostgresOptions.NamedServerVariable}' does not name a PostgreSQL server. "
                + "Set it to a URL like postgresql://user:password@localhost:5432/postgres, or unset it.",
                problem);
        }
    }

    private static NpgsqlConnectionStringBuilder FromUrl(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = url.AbsolutePath.Trim('/') is { Length: > 0 } database ? Uri.UnescapeDataString(database) : null,
        };
    }
}
