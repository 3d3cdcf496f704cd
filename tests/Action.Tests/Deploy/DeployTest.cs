using System.Diagnostics;
using Drawbridge.LocalAws;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Deploy;

/// <summary>
/// The real program as a process, the real SDK, a real git repository, a bucket on loopback. The function's part is
/// played by <see cref="AnsweringFunction"/>, which writes results as the function would.
/// </summary>
public abstract class DeployTest : IAsyncLifetime
{
    protected const string Bucket = "shop-migrations";

    /// <summary>The bucket of the environment before.</summary>
    protected const string Staging = "shop-staging";

    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "Drawbridge.GitHubAction.dll");

    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-deploy-").FullName;
    private ActionProcess? _action;

    private protected LocalAwsServer Aws { get; private set; } = null!;

    private protected GitRepository Repository { get; private set; } = null!;

    private protected AnsweringFunction Function { get; private set; } = null!;

    /// <summary>By which S3 says when an object was written.</summary>
    private protected virtual TimeProvider S3Clock => TimeProvider.System;

    public async Task InitializeAsync()
    {
        Aws = await LocalAwsServer.Start(new LocalAwsOptions { Buckets = [Bucket, Staging], Time = S3Clock });
        Function = new AnsweringFunction(Aws, Bucket);
        Repository = await GitRepository.Create(Path.Combine(_folder, "shop"));
        _action = ProgramWith(Aws.ClientVariables);
    }

    public virtual async Task DisposeAsync()
    {
        await Function.DisposeAsync();
        await Aws.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Commits two databases with three scripts.</summary>
    private protected Task<string> CommitShop()
    {
        Repository.Write("migrations/postgres/1_create_shop.up.sql", "CREATE DATABASE shop;\n");
        Repository.Write("migrations/shop/1_create_users.up.sql", "CREATE TABLE users (id bigint);\n");
        Repository.Write("migrations/shop/2_create_orders.up.sql", "CREATE TABLE orders (id bigint);\n");
        return Repository.Commit("migrations: add users and orders");
    }

    /// <summary>Runs <c>deploy</c> on what is checked out, with the bucket as <c>action.yml</c> passes it.</summary>
    private protected Task<ActionRun> Deploy(params string[] options) => Deploy(_action!, eachLine: null, options);

    /// <summary>Runs <c>deploy</c>, handing over each line of its log as it comes.</summary>
    private protected Task<ActionRun> Deploy(Action<LogLine> eachLine) => Deploy(_action!, eachLine);

    /// <summary>Runs <c>deploy</c> with other variables.</summary>
    private protected Task<ActionRun> Deploy(IReadOnlyDictionary<string, string> variables) =>
        Deploy(ProgramWith(variables), eachLine: null);

    /// <summary>Runs another command on what is checked out.</summary>
    private protected async Task<ActionRun> Run(string command, params string[] options)
    {
        var push = GitHubEvent.Push("main", new string('0', 40), await Repository.Revision("HEAD"));
        return await RunOn(push, [command, .. options]);
    }

    /// <summary>Runs a command line as a job of an event does.</summary>
    private protected Task<ActionRun> RunOn(GitHubEvent trigger, params string[] commandLine) =>
        _action!.Run(new ActionCall(trigger, Repository.Folder, commandLine));

    /// <summary>The same of <c>auto</c> when no bucket is named.</summary>
    private protected Task<ActionRun> WithoutABucket(GitHubEvent trigger) =>
        ProgramWith(Aws.ClientVariables, bucket: "").Run(new ActionCall(trigger, Repository.Folder, "auto"));

    /// <summary>Runs another command for an event, with other variables.</summary>
    private protected Task<ActionRun> Run(string command, GitHubEvent trigger, IReadOnlyDictionary<string, string> variables) =>
        ProgramWith(Aws.ClientVariables.Concat(variables).ToDictionary()).Run(new ActionCall(trigger, Repository.Folder, command));

    /// <summary>Starts <c>deploy</c> without waiting for its end.</summary>
    private protected Process StartDeploy() => Start(new Dictionary<string, string>(), "deploy", "--bucket", Bucket);

    /// <summary>Starts a command as <c>action.yml</c> does, without waiting for its end.</summary>
    private protected Process Start(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", "exec dotnet \"$@\"", "bash", Assembly, .. arguments])
        {
            WorkingDirectory = Repository.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Aws.ClientVariables.Concat(variables))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The releases in the bucket, in the order in which they were written.</summary>
    private protected IReadOnlyList<Release> Releases() =>
        [.. Aws.Objects(Bucket, "releases/").OrderBy(found => found.Sequencer, StringComparer.Ordinal).Select(found => AnsweringFunction.ReleaseOf(found))];

    private async Task<ActionRun> Deploy(ActionProcess action, Action<LogLine>? eachLine, params string[] options)
    {
        var push = GitHubEvent.Push("main", new string('0', 40), await Repository.Revision("HEAD"));
        return await action.Run(new ActionCall(push, Repository.Folder, ["deploy", .. options]), eachLine);
    }

    private ActionProcess ProgramWith(IReadOnlyDictionary<string, string> variables, string bucket = Bucket) => new(
        Assembly,
        Path.Combine(_folder, Guid.NewGuid().ToString("N")),
        variables.Append(new("DRAWBRIDGE_BUCKET", bucket)).ToDictionary());
}
