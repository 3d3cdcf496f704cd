using System.Runtime.CompilerServices;
using Drawbridge.Engine.PostgreSql;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>Reads the setting that names a database server, of whatever engine.</summary>
public static class DatabaseServer
{
    /// <summary>Stands for each database's name in a database setting.</summary>
    public const string Placeholder = "DB_NAME";

    /// <summary>Reads a URL, whose scheme names the engine, or a key-value string, whose keys do.</summary>
    /// <exception cref="DrawbridgeException">
    /// <see cref="DatabaseSettingInvalid"/>, which never holds the setting.
    /// </exception>
    public static IDatabaseServer Parse(string setting, ServerOptions? options = null) =>
        SqlServer.ConnectionSetting.IsMeant(setting)
            ? ParseSqlServer(setting, options ?? new ServerOptions())
            : ParsePostgreSql(setting, options ?? new ServerOptions());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SqlServer.SqlServerInstance ParseSqlServer(string setting, ServerOptions options) =>
        SqlServer.SqlServerInstance.Parse(setting, options);

    /// <summary>Apart, so that an engine's driver is loaded only where it is used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PostgreSqlServer ParsePostgreSql(string setting, ServerOptions options) =>
        PostgreSqlServer.Parse(setting, options);
}
