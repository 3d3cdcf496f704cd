using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Shop;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>Bucket, function and databases of one test, and a folder for its repository.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly LocalPostgres _server;

    private Platform(DirectoryInfo folder, LocalPostgres server, LocalPlatform local, ShopDatabases databases)
    {
        _folder = folder;
        _server = server;
        Local = local;
        Databases = databases;
    }

    public LocalPlatform Local { get; }

    public ShopDatabases Databases { get; }

    public string RepositoryFolder => Path.Combine(_folder.FullName, "repository");

    public Result Newest => Local.Results(Databases.Project)[^1];

    public static async Task<Platform> Start(LocalPostgres server)
    {
        var folder = Directory.CreateTempSubdirectory("drawbridge-tests-");
        var root = await server.CreateDatabase("root");
        var databases = new ShopDatabases(root, $"shop_{root}");
        var options = new LocalPlatformOptions(await Published.Function, await Published.Action(), folder.FullName) { RootDatabase = root };
        return new Platform(folder, server, await LocalPlatform.Start(options, server), databases);
    }

    /// <summary>The one value that a query on the project's database answers.</summary>
    public async Task<T> Ask<T>(string query)
    {
        await using var connection = await _server.Connect(Databases.Project);
        await using var command = new NpgsqlCommand(query, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs a statement in the project's database, as somebody else would.</summary>
    public async Task Execute(string statement)
    {
        await using var connection = await _server.Connect(Databases.Project);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public Task<long> HistoryRows() => Ask<long>("SELECT count(*) FROM drawbridge.history WHERE state = 'applied'");

    public async ValueTask DisposeAsync()
    {
        await Local.DisposeAsync();
        await _server.DropDatabase(Databases.Project);
        await _server.DropDatabase(Databases.Root);
        _folder.Delete(recursive: true);
    }
}
