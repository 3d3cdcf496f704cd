using System.Text.Json.Nodes;
using Drawbridge.LocalAws;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.LocalEnvironment.Processes;
using Drawbridge.Manifests;

namespace Drawbridge.LocalEnvironment;

/// <summary>
/// Everything one change passes through: the action, a bucket, the function, a database server. All of it is real or
/// speaks the real protocol.
/// </summary>
public sealed class LocalPlatform : IAsyncDisposable
{
    /// <summary>The bucket.</summary>
    public const string Bucket = "drawbridge";

    /// <summary>The function's name.</summary>
    public const string Function = "drawbridge";

    /// <summary>Who asks for plans.</summary>
    public const string PlanAccessKeyId = "ASIALOCALPLAN";

    /// <summary>Where the repository keeps its scripts.</summary>
    public const string Migrations = "migrations";

    private readonly LocalPlatformOptions _options;
    private readonly BucketLayout _layout;
    private readonly StreamWriter _functionLog;
    private ActionProcess _planner = null!;

    private LocalPlatform(LocalPlatformOptions options, LocalPostgres postgres)
    {
        _options = options;
        _layout = BucketLayout.At(options.Prefix);
        _functionLog = new StreamWriter(Path.Combine(Directory.CreateDirectory(options.Folder).FullName, "function.log")) { AutoFlush = true };
        Postgres = postgres;
    }

    /// <summary>The database server.</summary>
    public LocalPostgres Postgres { get; }

    /// <summary>S3, its notifications and Lambda.</summary>
    public LocalAwsServer Aws { get; private set; } = null!;

    /// <summary>The variables by which the action finds the bucket.</summary>
    public IReadOnlyDictionary<string, string> ActionVariables => Aws.ClientVariables;

    /// <summary>The action.</summary>
    public ActionProcess Action { get; private set; } = null!;

    /// <summary>The path of the action's program.</summary>
    public string ActionAssembly => _options.Action;

    /// <summary>Starts everything but the database server, which stays its owner's.</summary>
    public static async Task<LocalPlatform> Start(
        LocalPlatformOptions options, LocalPostgres postgres, CancellationToken cancellationToken = default)
    {
        var platform = new LocalPlatform(options, postgres);
        platform.Aws = await LocalAwsServer.Start(platform.AwsOptions(), cancellationToken);
        if (options.DatabaseSecret is { } secret)
        {
            var login = new JsonObject { ["username"] = postgres.User, ["password"] = postgres.Password };
            platform.Aws.PutSecret(secret, login.ToJsonString());
        }

        platform.Action = new ActionProcess(
            options.Action, Path.Combine(options.Folder, "runs"), platform.ActionVariables);
        platform._planner = new ActionProcess(
            options.Action,
            Path.Combine(options.Folder, "plans"),
            new Dictionary<string, string>(platform.ActionVariables) { ["AWS_ACCESS_KEY_ID"] = PlanAccessKeyId });
        return platform;
    }

    /// <summary>Runs <c>validate</c> in a checkout.</summary>
    public Task<ActionRun> Validate(
        GitHubEvent @event, string checkout, Action<LogLine>? eachLine = null, CancellationToken cancellationToken = default) =>
        Action.Run(
            new ActionCall(@event, checkout, "validate", "--migrations", Migrations), eachLine, cancellationToken);

    /// <summary>Runs <c>deploy</c> in a checkout.</summary>
    public Task<ActionRun> Deploy(
        GitHubEvent @event, string checkout, Action<LogLine>? eachLine = null, CancellationToken cancellationToken = default) =>
        Action.Run(new ActionCall(@event, checkout, DeployArguments), eachLine, cancellationToken);

    /// <summary>The command line of a deployment.</summary>
    public IReadOnlyList<string> DeployArguments =>
        ["deploy", "--root-database", _options.RootDatabase, .. BucketArguments];

    /// <summary>Runs <c>plan</c> in a checkout, with the access key of its own role.</summary>
    public Task<ActionRun> Plan(GitHubEvent @event, string checkout, CancellationToken cancellationToken = default) =>
        _planner.Run(new ActionCall(@event, checkout, ["plan", .. BucketArguments]), cancellationToken: cancellationToken);

    /// <summary>Runs <c>undo</c> in a checkout.</summary>
    public Task<ActionRun> Undo(
        GitHubEvent @event, string checkout, (string Database, string Target) what, CancellationToken cancellationToken = default)
    {
        string[] arguments = ["undo", "--database", what.Database, "--to", what.Target, .. BucketArguments];
        return Action.Run(new ActionCall(@event, checkout, arguments), cancellationToken: cancellationToken);
    }

    /// <summary>Runs <c>doctor</c> anywhere.</summary>
    public Task<ActionRun> Doctor(CancellationToken cancellationToken = default)
    {
        const string Nothing = "0000000000000000000000000000000000000000";
        var call = new ActionCall(GitHubEvent.Push("main", Nothing, Nothing), _options.Folder, "doctor", "--function", Function);
        return Action.Run(call, cancellationToken: cancellationToken);
    }

    private string[] BucketArguments =>
        ["--migrations", Migrations, "--bucket", Bucket, "--prefix", _options.Prefix, "--timeout-seconds", "60"];

    /// <summary>All results for a database, the newest last.</summary>
    public IReadOnlyList<Result> Results(string database) =>
    [
        .. from stored in Aws.Objects(Bucket, _layout.FolderOf(ManifestKind.Result))
           where stored.Key.EndsWith($"/{database}.json", StringComparison.Ordinal)
           let result = ResultJson.TryRead(stored.Content.Span)
           where result is not null
           select result,
    ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Aws.DisposeAsync();
        await _functionLog.DisposeAsync();
    }

    private LocalAwsOptions AwsOptions() => new()
    {
        Buckets = [Bucket],
        NotifyPrefixes = [_layout.FolderOf(ManifestKind.Release), _layout.FolderOf(ManifestKind.Plan)],
        Directory = Path.Combine(_options.Folder, "buckets"),
        Function = new FunctionCommand(Subprocess.Start(Path.GetFullPath(_options.Function)), FunctionVariables()),
        Lambda = _options.Lambda,
        Output = TextWriter.Synchronized(_functionLog),
    };

    private Dictionary<string, string> FunctionVariables() => new()
    {
        ["BUCKET"] = Bucket,
        ["DATABASE"] = _options.DatabaseSecret is null
            ? Postgres.Url("DB_NAME")
            : $"postgresql://{Postgres.Host}:{Postgres.Port}/DB_NAME",
        ["DATABASE_SECRET"] = _options.DatabaseSecret ?? "",
        ["PREFIX"] = _options.Prefix,
        ["ROOT_DATABASE"] = _options.RootDatabase,
    };
}
