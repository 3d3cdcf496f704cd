using System.Globalization;
using System.Security.Cryptography;
using Amazon.S3;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.LocalEnvironment.Shop;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>Bucket, function and databases of one test, and a folder for its repository.</summary>
internal sealed class Platform : IAsyncDisposable
{
    /// <summary>An account has one root database, whose releases have one order.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly DirectoryInfo _folder;
    private readonly AwsAccount _account;
    private readonly ActionProcess _action;
    private readonly IAmazonS3 _s3;
    private readonly LocalPostgres? _server;
    private readonly LocalPlatform? _local;

    private Platform(
        DirectoryInfo folder, string action, AwsAccount account, ShopDatabases databases, LocalPostgres? server, LocalPlatform? local)
    {
        (_folder, _account, Databases, _server, _local) = (folder, account, databases, server, local);
        _action = new ActionProcess(action, Path.Combine(folder.FullName, "runs"), account.Variables);
        _s3 = account.Connect();
    }

    /// <summary>What only this machine's stand-in for AWS lets tests see and break.</summary>
    public LocalPlatform Local => _local ?? throw new InvalidOperationException("An account has no such thing.");

    /// <summary>Whether these tests may ask the database itself.</summary>
    public bool HasDatabase => _server is not null;

    public ShopDatabases Databases { get; }

    public string RepositoryFolder => Path.Combine(_folder.FullName, "repository");

    /// <summary>On this machine, with a root database of its own.</summary>
    public static async Task<Platform> Start(LocalPostgres server)
    {
        var folder = Directory.CreateTempSubdirectory("drawbridge-tests-");
        var root = await server.CreateDatabase("root");
        var action = await Published.Action();
        var options = new LocalPlatformOptions(await Published.Function, action, folder.FullName) { RootDatabase = root };
        var local = await LocalPlatform.Start(options, server);
        var account = new AwsAccount(LocalPlatform.Bucket, "drawbridge", options.Prefix, root) { Variables = local.ActionVariables };
        return new Platform(folder, action, account, new ShopDatabases(root, $"shop_{root}"), server, local);
    }

    /// <summary>In an account, whose root database has known other tests before.</summary>
    public static async Task<Platform> At(AwsAccount account)
    {
        await Turn.WaitAsync();
        try
        {
            return await Open(account);
        }
        catch
        {
            Turn.Release();
            throw;
        }
    }

    /// <summary>Runs <c>validate</c> in the repository.</summary>
    public Task<ActionRun> Validate(GitHubEvent @event) =>
        _action.Run(new ActionCall(@event, RepositoryFolder, "validate", "--migrations", LocalPlatform.Migrations));

    /// <summary>Runs <c>deploy</c> in the repository.</summary>
    public Task<ActionRun> Deploy(GitHubEvent @event) => _action.Run(new ActionCall(
        @event,
        RepositoryFolder,
        ["deploy", "--migrations", LocalPlatform.Migrations, "--bucket", _account.Bucket, "--prefix", _account.Prefix,
            "--root-database", _account.Root, "--timeout-seconds", _local is null ? "900" : "60"]));

    /// <summary>The results for the project's database, the newest last, each by the function that was named.</summary>
    public async Task<IReadOnlyList<Result>> Results()
    {
        var results = new List<Result>();
        foreach (var key in await Keys("results/"))
        {
            if (key.EndsWith($"/{Databases.Project}.json", StringComparison.Ordinal))
            {
                using var stored = await _s3.GetObjectAsync(_account.Bucket, _account.Prefix + key);
                using var bytes = new MemoryStream();
                await stored.ResponseStream.CopyToAsync(bytes);
                results.Add(ResultJson.TryRead(bytes.ToArray()).ShouldNotBeNull());
                results[^1].Function.Name.ShouldBe(_account.Function);
            }
        }

        return results;
    }

    /// <summary>The newest result for the project's database.</summary>
    public async Task<Result> Newest() => (await Results())[^1];

    /// <summary>The keys below a folder, without the prefix, in order.</summary>
    public async Task<IReadOnlyList<string>> Keys(string folder)
    {
        var pages = _s3.Paginators.ListObjectsV2(new() { BucketName = _account.Bucket, Prefix = _account.Prefix + folder });
        var keys = new List<string>();
        await foreach (var stored in pages.S3Objects)
        {
            keys.Add(stored.Key[_account.Prefix.Length..]);
        }

        return keys;
    }

    /// <summary>Asks the project's database, where it can be asked.</summary>
    public async Task ShouldAnswer<T>(string query, T answer)
    {
        if (_server is not null)
        {
            await using var connection = await _server.Connect(Databases.Project);
            await using var command = new NpgsqlCommand(query, connection);
            (await command.ExecuteScalarAsync()).ShouldBe(answer);
        }
    }

    /// <summary>Counts what history calls applied, where it can be asked.</summary>
    public Task ShouldHaveApplied(long scripts) =>
        ShouldAnswer("SELECT count(*) FROM drawbridge.history WHERE state = 'applied'", scripts);

    /// <summary>Runs a statement in the project's database, as somebody else would.</summary>
    public async Task Execute(string statement)
    {
        await using var connection = await Local.Postgres.Connect(Databases.Project);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _s3.Dispose();
        await (_server?.DropDatabase(Databases.Project) ?? Task.CompletedTask);
        if (_local is null)
        {
            Turn.Release();
        }
        else
        {
            await _local.DisposeAsync();
            await _local.Postgres.DropDatabase(Databases.Root);
        }

        _folder.Delete(recursive: true);
    }

    private static async Task<Platform> Open(AwsAccount account)
    {
        var version = DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        var project = $"drawbridge_test_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        var server = account.DatabaseUrl is { } url
            ? await LocalPostgres.Start(TestMachine.Postgres with { NamedServer = url })
            : null;
        var databases = new ShopDatabases(account.Root, project) { RootVersion = version };
        var folder = Directory.CreateTempSubdirectory("drawbridge-tests-");
        return new Platform(folder, await Published.Action(), account, databases, server, local: null);
    }
}
