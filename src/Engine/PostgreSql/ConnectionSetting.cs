using Drawbridge.Problems;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Reads a database setting, a URL or a list of keys, and adds what every run needs.</summary>
internal static class ConnectionSetting
{
    private const int LongestConnectSeconds = 20;

    /// <exception cref="DrawbridgeException">
    /// <see cref="DatabaseSettingInvalid"/>, which never holds the setting.
    /// </exception>
    public static NpgsqlConnectionStringBuilder Parse(string setting, ILoginSource? login)
    {
        var builder = UrlSetting.IsUrl(setting) ? UrlSetting.Parse(setting) : ParseKeys(setting);
        new SettingNames(builder.Host, builder.Username, builder.Password, builder.Database).Demand(login);
        builder.Pooling = false;
        builder.Multiplexing = false;
        builder.Enlist = false;
        builder.IncludeErrorDetail = false;
        builder.IncludeFailedBatchedCommand = true;
        builder.CommandTimeout = 0;
        // The server answers a cancel request at once, or the network is gone; the rest of the time is for finding out.
        builder.CancellationTimeout = 5_000;
        // Scripts are UTF-8; another encoding, or PGCLIENTENCODING, would store other characters than the file shows.
        builder.Encoding = builder.ClientEncoding = "UTF8";
        builder.Options = $"{builder.Options} {SessionSql.Options}".TrimStart();
        // 0 would mean to wait for ever.
        builder.Timeout = builder.Timeout == 0
            ? LongestConnectSeconds
            : Math.Min(builder.Timeout, LongestConnectSeconds);
        return builder;
    }

    /// <summary>The driver looks at the values themselves only when it connects.</summary>
    /// <exception cref="DrawbridgeException"><see cref="DatabaseSettingInvalid"/>.</exception>
    public static void Check(NpgsqlConnectionStringBuilder setting)
    {
        if (setting.Port is < 1 or > ushort.MaxValue || !Enum.IsDefined(setting.SslMode))
        {
            throw Invalid("its port or TLS mode is none");
        }

        try
        {
            // Whoever names the host later, the rest must make sense without it.
            var complete = new NpgsqlConnectionStringBuilder(setting.ConnectionString);
            complete.Host = complete.Host is { Length: > 0 } host ? host : "localhost";
            using var source = BuilderOf(complete).Build();
        }
        catch (Exception exception)
            when (exception is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw Invalid("two of its keys don't go together, or one asks for what a single server can't give");
        }
    }

    /// <summary>All ways to connect, and of types only the plain ones, which are all that is used.</summary>
    public static NpgsqlSlimDataSourceBuilder BuilderOf(NpgsqlConnectionStringBuilder setting) =>
        new NpgsqlSlimDataSourceBuilder(setting.ConnectionString).EnableTransportSecurity().EnableIntegratedSecurity();

    public static DrawbridgeException Invalid(string reason) => new(new DatabaseSettingInvalid(reason));

    private static NpgsqlConnectionStringBuilder ParseKeys(string setting)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(setting);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw Invalid("it is neither a URL nor a list of keys that it can have");
        }
    }
}
