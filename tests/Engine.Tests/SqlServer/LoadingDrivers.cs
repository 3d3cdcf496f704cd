using System.Reflection;
using System.Runtime.Loader;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>
/// A function's first release waits for every assembly that is loaded: an engine's driver is, where it is used.
/// </summary>
public sealed class LoadingDrivers
{
    private const string OfPostgreSql = "Npgsql";
    private const string OfSqlServer = "Microsoft.Data.SqlClient";

    [Fact]
    public void Server_of_PostgreSQL_loads_no_other_driver()
    {
        var loaded = LoadedBy("postgres://me:secret@localhost/DB_NAME");

        loaded.ShouldContain(OfPostgreSql);
        loaded.ShouldNotContain(OfSqlServer);
    }

    [Fact]
    public void Server_of_SQL_Server_loads_no_other_driver()
    {
        var loaded = LoadedBy("sqlserver://me:secret@localhost/DB_NAME");

        loaded.ShouldContain(OfSqlServer);
        loaded.ShouldNotContain(OfPostgreSql);
    }

    private static List<string?> LoadedBy(string setting)
    {
        var process = new FreshProcess();
        var engine = process.LoadFromAssemblyPath(typeof(DatabaseServer).Assembly.Location);
        var parse = engine.GetType(typeof(DatabaseServer).FullName!)!.GetMethod(nameof(DatabaseServer.Parse))!;
        parse.Invoke(obj: null, [setting, null]).ShouldNotBeNull();
        var loaded = process.Assemblies.Select(assembly => assembly.GetName().Name).ToList();
        process.Unload();
        return loaded;
    }

    /// <summary>Loads everything beside the tests anew, so that what other tests have loaded does not count.</summary>
    private sealed class FreshProcess() : AssemblyLoadContext(name: null, isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = new AssemblyDependencyResolver(typeof(LoadingDrivers).Assembly.Location).ResolveAssemblyToPath(assemblyName);
            return path is null ? null : LoadFromAssemblyPath(path);
        }
    }
}
