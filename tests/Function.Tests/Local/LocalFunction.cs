using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Drawbridge.Bucket;
using Drawbridge.LambdaFunction.Doctor;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Releases;
using Drawbridge.LambdaFunction.Settings;
using Drawbridge.LambdaFunction.Tests.Events;
using Drawbridge.LocalAws;
using Drawbridge.LocalAws.Faults;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Tests.Local;

/// <summary>The function's host in this process, with an S3 of its own. What needs a process of its own starts one.</summary>
internal sealed class LocalFunction : IAsyncDisposable
{
    public const string BucketName = "acme";

    /// <summary>A server whose port nobody listens on: what is refused with it never tried to connect.</summary>
    public const string ClosedPort = "postgres://migrator:secret-word@127.0.0.1:1/DB_NAME";

    private readonly LocalAwsServer _aws;
    private readonly FunctionHost _host;
    private readonly StringWriter _log = new();

    private LocalFunction(LocalAwsServer aws, IReadOnlyDictionary<string, string> environment)
    {
        _aws = aws;
        S3 = Client(aws.Endpoint);
        var settings = FunctionSettings.Read(environment);
        var identity = FunctionIdentity.Read(environment);
        var releases = new ReleaseHandler(settings, identity, TimeProvider.System);
        var examination = new Examination(
            () => settings, _ => Task.FromResult(S3), new PlatformChecks(environment), identity, TimeProvider.System);
        var log = new JsonLog(_log, TimeProvider.System);
        _host = new FunctionHost(
            settings, _ => Task.FromResult(S3), releases, examination, log, TimeProvider.System);
    }

    public IAmazonS3 S3 { get; }

    public MigrationBucket Bucket => new(S3, BucketName);

    /// <summary>Everything logged so far.</summary>
    public string Log => _log.ToString();

    public static async Task<LocalFunction> Start(string database = ClosedPort, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>
        {
            ["BUCKET"] = BucketName,
            ["DATABASE"] = database,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "drawbridge-test",
            ["AWS_REGION"] = "eu-central-1",
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return new LocalFunction(await LocalAwsServer.Start(new LocalAwsOptions { Buckets = [BucketName] }), environment);
    }

    public static AmazonS3Client Client(string endpoint) => new(
        new BasicAWSCredentials("local", "local"), new AmazonS3Config { ServiceURL = endpoint, ForcePathStyle = true, MaxErrorRetry = 1 });

    public void Put(string key, string text) => _aws.Put(BucketName, key, text);

    /// <summary>Writes an object that is no text.</summary>
    public void Put(string key, byte[] bytes) => _aws.Put(BucketName, key, bytes);

    /// <summary>Lets the bucket fail.</summary>
    public void Break(StorageFault fault) => _aws.Faults.Add(fault);

    /// <summary>How often an object was written.</summary>
    public int Writes(string key) => _aws.Versions(BucketName, key).Count;

    public Result? Result(string key) => _aws.Versions(BucketName, key) is [.., var newest] ? ResultJson.TryRead(newest.Content.Span) : null;

    /// <summary>The result of the sample release for a database.</summary>
    public Result? ResultOf(string database) => Result($"results/{SampleReleases.Id}/{database}.json");

    /// <summary>The answer to the sample plan for a database.</summary>
    public Result? PlanOf(string database) => Result($"results/{SampleReleases.PlanId}/{database}.json");

    /// <summary>Invokes the function with S3's notification of an object.</summary>
    public Task Invoke(string key, TimeSpan? timeout = null)
    {
        var version = _aws.Versions(BucketName, key) is [.., var newest] ? newest.VersionId : null;
        var json = SampleEvents.S3(Uri.EscapeDataString(key), versionId: version);
        var now = TimeProvider.System.GetUtcNow();
        var invocation = new Invocation("request-1", "stream-1", now, now + (timeout ?? TimeSpan.FromMinutes(15)));
        return _host.Handle(Encoding.UTF8.GetBytes(json), invocation);
    }

    /// <summary>Invokes the function with any event; what it answers to whoever waits.</summary>
    public async Task<string> Send(string json)
    {
        var now = TimeProvider.System.GetUtcNow();
        var invocation = new Invocation("request-1", "stream-1", now, now + TimeSpan.FromMinutes(15));
        return Encoding.UTF8.GetString((await _host.Handle(Encoding.UTF8.GetBytes(json), invocation)).Span);
    }

    /// <summary>Puts a release's JSON for the sample id and invokes the function with it.</summary>
    public async Task<Result?> Deliver(string database, string json)
    {
        var key = $"releases/{SampleReleases.Id}/{database}.json";
        Put(key, json);
        await Invoke(key);
        return ResultOf(database);
    }

    /// <summary>Puts a release and invokes the function with it.</summary>
    public Task<Result?> Deliver(Release release) => Deliver(release.Database, Encoding.UTF8.GetString(ReleaseJson.Write(release)));

    /// <summary>Puts the same release as a plan, below another prefix, and invokes the function with it.</summary>
    public async Task<Result?> Plan(Release release)
    {
        var key = $"plans/{SampleReleases.PlanId}/{release.Database}.json";
        Put(key, ReleaseJson.Write(release with { Id = SampleReleases.PlanId, Mode = ReleaseMode.Plan }));
        await Invoke(key);
        return PlanOf(release.Database);
    }

    public async ValueTask DisposeAsync()
    {
        S3.Dispose();
        await _log.DisposeAsync();
        await _aws.DisposeAsync();
    }
}
