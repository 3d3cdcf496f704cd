using System.Globalization;
using Drawbridge.Problems;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Reads <c>postgres://user:password@host:5432/database?sslmode=verify-full</c>, as libpq's tools do.</summary>
internal static class UrlSetting
{
    /// <summary>In seconds: the driver takes no more.</summary>
    private const int LongestTimeout = 1024;

    /// <summary>Whether the text is meant to be a URL.</summary>
    public static bool IsUrl(string setting) =>
        setting.StartsWith("postgres://", StringComparison.Ordinal) || setting.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <exception cref="DrawbridgeException">The problem says what is wrong, never the URL: there is a password in it.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        var url = DatabaseUrl.Parse(text);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Username = url.User,
            Password = url.Password,
            Database = url.Database,
        };
        if (url.Port is { } port)
        {
            builder.Port = port;
        }

        foreach (var (name, value) in url.Parameters)
        {
            Set(builder, name, value);
        }

        return builder;
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        switch (name)
        {
            case "sslmode":
                builder.SslMode = Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode) && Enum.IsDefined(mode)
                    ? mode
                    : throw Invalid($"'sslmode' is '{value}'; it can be disable, allow, prefer, require, verify-ca or verify-full");
                break;
            case "sslrootcert":
                builder.RootCertificate = value;
                break;
            case "host":
                builder.Host = value;
                break;
            case "connect_timeout":
                builder.Timeout = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    ? Math.Min(seconds, LongestTimeout)
                    : throw Invalid($"'connect_timeout' is '{value}', not a number of seconds");
                break;
            default:
                throw Invalid($"'{name}' is not a parameter that it can have; known are sslmode, sslrootcert, host and connect_timeout");
        }
    }

    private static DrawbridgeException Invalid(string reason) => new(new DatabaseSettingInvalid(reason));
}
