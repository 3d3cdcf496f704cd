using System.Diagnostics.CodeAnalysis;
using System.Text;
using Drawbridge.LocalAws.Calls;
using Drawbridge.LocalAws.Faults;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.LocalAws.Notifications;
using Drawbridge.LocalAws.S3;
using Drawbridge.LocalAws.Secrets;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws;

/// <summary>S3, its notifications, Lambda and secrets on 127.0.0.1, until it is disposed.</summary>
public sealed class LocalAwsServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LocalAwsOptions _options;
    private readonly LoopbackHost _host;
    private readonly FunctionLog _log;
    private readonly ObjectStore _store;
    private readonly LambdaFunction _function;
    private readonly EventDelivery _delivery;
    private readonly SharedRuntime _sharedRuntime;
    private readonly S3Endpoint _s3;
    private readonly InvokeApi _invokeApi;
    private readonly SecretsApi _secrets;
    private readonly CallLog _calls = new();
    private readonly RuntimeApi _runtimeApi;
    private readonly Dictionary<int, ProcessEnvironment> _environments = [];

    private LocalAwsServer(LocalAwsOptions options, LoopbackHost host)
    {
        _options = options;
        _host = host;
        _log = new FunctionLog(options.Output);
        var pool = new EnvironmentPool();
        foreach (var port in host.EnvironmentPorts)
        {
            _environments[port] = new ProcessEnvironment(options, Endpoint, LoopbackHost.Address(port), _log);
            pool.Add(_environments[port]);
        }

        _function = new LambdaFunction(pool, _log, _stopping.Token);
        _delivery = new EventDelivery(_function, options, _log, _stopping.Token);
        _sharedRuntime = new SharedRuntime(pool, options.Time, options.Lambda.Timeout);
        _runtimeApi = new RuntimeApi(options.Lambda.Arn(options.Region));
        _invokeApi = new InvokeApi(_function, _delivery, options, _log);
        _secrets = new SecretsApi(options.AccessKeyIds, _calls, options.Time);
        _store = new ObjectStore(
            options.Time, options.Directory is { } directory ? new DirectoryMirror(directory) : null);
        _s3 = new S3Endpoint(
            _store,
            new S3Credentials(options.AccessKeyIds),
            new FaultyStorage(Faults.Storage, options.Time),
            _calls,
            options.Region);
        Moments = new FunctionMoments(Kill);
        CreateBuckets(options.Buckets, new SnsTopic(options, new FaultyTopic(Faults.Events, _delivery)));
    }

    /// <summary>The value of <c>AWS_ENDPOINT_URL</c>: S3, Secrets Manager and Invoke.</summary>
    public string Endpoint => $"http://{LoopbackHost.Address(_host.Port)}";

    /// <summary>The value of <c>AWS_LAMBDA_RUNTIME_API</c> for processes that were not started here.</summary>
    public string RuntimeApi => LoopbackHost.Address(_host.Port);

    /// <summary>The environment variables by which any AWS SDK or tool finds this server.</summary>
    public IReadOnlyDictionary<string, string> ClientVariables => FunctionVariables.Client(Endpoint, _options);

    /// <summary>Every attempt at an invocation that found an environment, in that order.</summary>
    public IReadOnlyList<FunctionInvocation> Invocations => _function.Invocations;

    /// <summary>The events that were given up.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters => _delivery.DeadLetters;

    /// <summary>What the processes started here wrote.</summary>
    public IReadOnlyList<FunctionLogLine> FunctionLog => _log.Lines;

    /// <summary>How often Secrets Manager was asked for a secret.</summary>
    public int SecretReads => _secrets.Reads;

    /// <summary>Who the function is among <see cref="Calls"/>.</summary>
    public string FunctionAccessKeyId => FunctionVariables.AccessKeyId(_options);

    /// <summary>What each caller did, as far as a policy would have had to allow it.</summary>
    public IReadOnlyList<ObservedCall> Calls => _calls.Calls;

    /// <summary>What goes wrong on purpose.</summary>
    public FaultSwitches Faults { get; } = new();

    /// <summary>When the function talks to S3 and to the runtime API, and when it dies of it.</summary>
    public FunctionMoments Moments { get; }

    /// <summary>Starts serving; everything named in the options exists when it returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentException">A bucket's name breaks S3's rules, or is there twice.</exception>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The server owns the host and disposes it.")]
    public static async Task<LocalAwsServer> Start(
        LocalAwsOptions options, CancellationToken cancellationToken = default)
    {
        var environments = options.Function is null ? 0 : options.Lambda.Concurrency;
        var host = await LoopbackHost.Start(options.Port, environments, cancellationToken);
        try
        {
            var server = new LocalAwsServer(options, host);
            host.Serve(http => server.Moments.Carry(http, server.Route));
            return server;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>The current objects of a bucket, in the order of their keys.</summary>
    public IReadOnlyList<StoredObject> Objects(string bucket, string prefix = "") =>
        [.. _store[bucket].After("", prefix).Select(versions => versions[^1]).Where(newest => !newest.IsDeleteMarker)];

    /// <summary>All versions of one object, the newest last, delete markers included.</summary>
    public IReadOnlyList<StoredObject> Versions(string bucket, string key) =>
        _store[bucket].After("", key).FirstOrDefault(versions => versions[0].Key == key) ?? [];

    /// <summary>Puts an object as a client would, notification included.</summary>
    public StoredObject Put(string bucket, string key, string text) => Put(bucket, key, Encoding.UTF8.GetBytes(text));

    /// <summary>Puts an object as a client would, notification included.</summary>
    public StoredObject Put(string bucket, string key, ReadOnlyMemory<byte> content) =>
        _store.Put(bucket, new Upload(key, content));

    /// <summary>Gives a secret, named or by ARN, a new current text, as a rotation does.</summary>
    public void PutSecret(string name, string text) => _secrets.Put(name, text);

    /// <summary>
    /// Leaves an event for the function, as <c>Invoke</c> with the type <c>Event</c> does; returns its request id.
    /// </summary>
    public string Send(string json) => _delivery.Accept(Encoding.UTF8.GetBytes(json));

    /// <summary>Ends when all events, and the ones that came of them, are handled or given up.</summary>
    public Task Settled(CancellationToken cancellationToken = default) => _delivery.Settled(cancellationToken);

    /// <summary>
    /// Kills every process of the function that runs now, SIGKILL, and ends when they are gone. Lambda's rules say what
    /// becomes of their events: another process may have begun one of them before the last of these is dead.
    /// </summary>
    public async Task Kill()
    {
        var alive = _environments.Values.Select(environment => environment.Process).OfType<FunctionProcess>().ToList();
        alive.ForEach(process => process.Kill());
        await Task.WhenAll(alive.Select(process => process.Exited));
    }

    /// <summary>Ends the long polls and the queue, kills the processes, closes the ports.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var environment in _environments.Values)
        {
            await environment.DisposeAsync();
        }

        await _host.DisposeAsync();
        _stopping.Dispose();
    }

    private void CreateBuckets(IEnumerable<string> buckets, SnsTopic topic)
    {
        _store.Created = topic.ObjectCreated;
        foreach (var bucket in buckets)
        {
            try
            {
                _store.Create(bucket);
            }
            catch (S3Exception refusal)
            {
                throw new ArgumentException(
                    $"The bucket '{bucket}' can't be made: {refusal.Message}", nameof(buckets), refusal);
            }

            if (_options.SendTestEvent)
            {
                topic.Configured(bucket);
            }
        }
    }

    /// <summary>
    /// The pipeline that every request passes; an environment's own port is its runtime API and nothing else.
    /// </summary>
    private Task Route(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (_environments.TryGetValue(http.Connection.LocalPort, out var environment))
        {
            return _runtimeApi.Handle(http, environment.Runtime);
        }

        return path.StartsWith(Lambda.RuntimeApi.Root, StringComparison.Ordinal) ? _runtimeApi.Handle(
            http, _sharedRuntime)
            : path.StartsWith(InvokeApi.Root, StringComparison.Ordinal) ? _invokeApi.Handle(http)
            : SecretsApi.IsMeant(http.Request) ? _secrets.Handle(http)
            : _s3.Handle(http);
    }
}
