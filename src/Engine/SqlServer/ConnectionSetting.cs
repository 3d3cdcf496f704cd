using System.Data.Common;
using System.Globalization;
using Drawbridge.Problems;
using Microsoft.Data.SqlClient;

namespace Drawbridge.Engine.SqlServer;

/// <summary>Reads a database setting, a URL or a list of keys, and adds what every run needs.</summary>
internal static class ConnectionSetting
{
    private const string Scheme = "sqlserver://";

    private const int LongestConnectSeconds = 20;

    /// <summary>Keys that only this driver has; a list with none of them is PostgreSQL's.</summary>
    private static readonly string[] OwnKeys =
    [
        "data source", "datasource", "initial catalog", "encrypt", "trustservercertificate", "trust server certificate",
        "hostnameincertificate", "host name in certificate", "servercertificate", "server certificate", "multisubnetfailover",
        "multi subnet failover", "applicationintent", "application intent", "packet size", "workstation id",
    ];

    /// <summary>Whether a text is meant for this engine; loads no driver.</summary>
    public static bool IsMeant(string setting) =>
        setting.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        || (setting.Split(';').Any(IsOwn) && Keys(setting).Any(key => IsOwn(key.Name, key.Value)));

    /// <exception cref="DrawbridgeException">
    /// <see cref="DatabaseSettingInvalid"/>, which never holds the setting.
    /// </exception>
    public static InstanceSetting Parse(string setting, ILoginSource? login)
    {
        var parsed = setting.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? ParseUrl(setting) : ParseKeys(setting);
        var driver = parsed.Driver;
        new SettingNames(parsed.Host, driver.UserID, driver.Password, driver.InitialCatalog).Demand(login);
        if (login is { GivesToken: true })
        {
            throw Invalid($"SQL Server takes no login from {login.Name}; let a secret give user and password ('DATABASE_SECRET')");
        }

        if (!driver.ShouldSerialize(nameof(driver.Encrypt)))
        {
            // Strictly, no certificate is taken unseen.
            driver.Encrypt = driver.TrustServerCertificate
                ? SqlConnectionEncryptOption.Mandatory
                : SqlConnectionEncryptOption.Strict;
        }

        driver.Pooling = false;
        driver.Enlist = false;
        driver.PersistSecurityInfo = false;
        driver.MultipleActiveResultSets = false;
        // What a lost connection means is read in history; the driver would go on in a new session, without the lock.
        driver.ConnectRetryCount = 0;
        driver.CommandTimeout = 0;
        driver.ConnectTimeout = driver.ConnectTimeout == 0
            ? LongestConnectSeconds
            : Math.Min(driver.ConnectTimeout, LongestConnectSeconds);
        return parsed;
    }

    public static DrawbridgeException Invalid(string reason) => new(new DatabaseSettingInvalid(reason));

    private static bool IsOwn(string pair) =>
        pair.Split('=', 2) is [var key, var value] && IsOwn(key.Trim().ToLowerInvariant(), value.Trim());

    private static bool IsOwn(string key, string value) =>
        OwnKeys.Contains(key) || (key == "server" && NamesInstance(value));

    /// <summary>As they are meant: a value in quotes may look like other keys. None of what is no list.</summary>
    private static IEnumerable<(string Name, string Value)> Keys(string setting)
    {
        var list = new DbConnectionStringBuilder();
        try
        {
            list.ConnectionString = setting;
        }
        catch (ArgumentException)
        {
            return [];
        }

        return list.Keys.Cast<string>().Select(key => (key, $"{list[key]}"));
    }

    /// <summary>As no other driver writes a server: <c>tcp:host,1433</c>, with a port behind a comma.</summary>
    private static bool NamesInstance(string server) =>
        server.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase)
        || int.TryParse(server[(server.LastIndexOf(',') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static InstanceSetting ParseUrl(string text)
    {
        var url = DatabaseUrl.Parse(text);
        var setting = new InstanceSetting(url.Host, url.Port ?? InstanceSetting.UsualPort)
        {
            Driver = { InitialCatalog = url.Database, UserID = url.User, Password = url.Password ?? "" },
        };
        return url.Parameters.Aggregate(setting, (before, parameter) => With(before, parameter.Name, parameter.Value));
    }

    private static InstanceSetting With(InstanceSetting setting, string name, string value)
    {
        switch (name.ToLowerInvariant())
        {
            case "encrypt":
                setting.Driver.Encrypt = SqlConnectionEncryptOption.TryParse(value, out var encrypt)
                    ? encrypt
                    : throw Invalid($"'encrypt' is '{value}'; it can be strict, mandatory or optional");
                return setting;
            case "trustservercertificate":
                setting.Driver.TrustServerCertificate = bool.TryParse(value, out var trusts)
                    ? trusts
                    : throw Invalid($"'trustServerCertificate' is '{value}'; it can be true or false");
                return setting;
            case "hostnameincertificate":
                setting.Driver.HostNameInCertificate = value;
                return setting;
            case "connect_timeout":
                setting.Driver.ConnectTimeout = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    ? seconds
                    : throw Invalid($"'connect_timeout' is '{value}', not a number of seconds");
                return setting;
            case "sslrootcert":
                return setting with { Authorities = value };
            default:
                throw Invalid($"'{name}' is not a parameter that it can have; known are encrypt, trustServerCertificate, "
                    + "hostNameInCertificate, sslrootcert and connect_timeout");
        }
    }

    private static InstanceSetting ParseKeys(string text)
    {
        try
        {
            var driver = new SqlConnectionStringBuilder(text);
            var (host, port) = Place(driver.DataSource);
            if (driver.IntegratedSecurity
                || driver.Authentication is not (SqlAuthenticationMethod.NotSpecified or SqlAuthenticationMethod.SqlPassword))
            {
                throw Invalid("SQL Server is logged in to with user and password; remove what says otherwise");
            }

            return new InstanceSetting(host, port) { Driver = driver };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw Invalid("it is neither a URL nor a list of keys that it can have");
        }
    }

    private static (string Host, int Port) Place(string server)
    {
        var place = server.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? server["tcp:".Length..] : server;
        var comma = place.LastIndexOf(',');
        var host = (comma < 0 ? place : place[..comma]).Trim();
        if (host.Contains('\\', StringComparison.Ordinal) || host.Contains(':', StringComparison.Ordinal))
        {
            throw Invalid("it must name host and port, 'Server=host,1433'; a named instance has a port, too");
        }

        return comma < 0 ? (host, InstanceSetting.UsualPort)
            : int.TryParse(place[(comma + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port is >= 1 and <= ushort.MaxValue ? (host, port)
            : throw Invalid("its port is none");
    }
}
