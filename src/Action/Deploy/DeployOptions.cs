using System.CommandLine;
using System.CommandLine.Parsing;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>The options of <c>drawbridge deploy</c>, some of which <c>plan</c> and <c>undo</c> have too.</summary>
internal sealed class DeployOptions
{
    /// <summary>In seconds: 20 minutes.</summary>
    private const int DefaultTimeout = 20 * 60;

    /// <summary>In seconds: what a job of GitHub may last.</summary>
    private const int LongestTimeout = 6 * 60 * 60;

    private readonly Option<string> _migrations;
    private readonly EnvironmentOption<string> _bucket;
    private readonly EnvironmentOption<string> _prefix;
    private readonly Option<string> _rootDatabase;
    private readonly EnvironmentOption<int> _timeout;
    private readonly EnvironmentOption<int> _lockWait;
    private readonly Option<string> _order;
    private readonly Option<string> _function;

    /// <summary>Declares them.</summary>
    public DeployOptions(Surroundings surroundings)
    {
        _migrations = Text(
            "--migrations",
            "migrations",
            "The folder of the scripts, from the repository's root; its folders are the databases.",
            "folder");
        _bucket = Text(
            "--bucket",
            "",
            "The bucket between CI and the network, an output of the Terraform module. Required.",
            "name");
        _prefix = Text("--prefix", "", "The folder in the bucket, when several set-ups share it.", "folder");
        _rootDatabase = Text(
            "--root-database",
            "",
            "The database whose scripts create the others: it goes first. The engine's usual one unless set: postgres, "
            + "or master.",
            "name");
        _timeout = Seconds(
            "--timeout-seconds",
            DefaultTimeout,
            "How long to wait for the answers, all together. Not waiting undoes nothing.");
        _lockWait = Seconds(
            "--lock-wait-seconds",
            ReleaseOptions.Default.LockWaitSeconds,
            "How long a run waits for another one on the same database.");
        _order = Text(
            "--order",
            "strict",
            "'strict' refuses a pending migration older than the newest applied one, 'any' applies it late.",
            "order");
        _function = FunctionOption.Of(
            surroundings, "The function, by name or ARN, to be asked what is wrong when no result comes.");
        AddValidators();

        EnvironmentOption<string> Text(string name, string fallback, string description, string helpName) =>
            new(name, surroundings, fallback) { Description = description, HelpName = helpName };

        EnvironmentOption<int> Seconds(string name, int fallback, string description) =>
            new(name, surroundings, fallback) { Description = description, HelpName = "seconds" };
    }

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_bucket, _migrations, _prefix, _rootDatabase, _order, _timeout, _lockWait, _function];

    /// <summary>Those of a plan, which neither waits for a lock nor goes database by database.</summary>
    public IReadOnlyList<Option> OfPlan => [_bucket, _migrations, _prefix, _order, _timeout, _function];

    /// <summary>Those of an undo, which has one database and one order.</summary>
    public IReadOnlyList<Option> OfUndo => [_bucket, _migrations, _prefix, _timeout, _lockWait, _function];

    /// <summary>Where it is to happen, for the validators of a command.</summary>
    public BucketPlace PlaceIn(CommandResult result) =>
        new(_bucket.TextIn(result) ?? "", BucketLayout.At(_prefix.TextIn(result) ?? ""));

    /// <summary>What was asked for; the default of what the command has no option for.</summary>
    public DeployRequest Read(ParseResult parsed)
    {
        return new DeployRequest(
            RepositoryFolder.Normalize(parsed.GetRequiredValue(_migrations)),
            parsed.GetRequiredValue(_bucket),
            BucketLayout.At(parsed.GetRequiredValue(_prefix)),
            Given(_rootDatabase, ""),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(_timeout)),
            ReleaseOptions.Default with
            {
                Order = Given(_order, "") == "any" ? ReleaseOrder.Any : ReleaseOrder.Strict,
                LockWaitSeconds = Given(_lockWait, ReleaseOptions.Default.LockWaitSeconds),
            })
        {
            Function = parsed.GetRequiredValue(_function) is { Length: > 0 } function ? function : null,
        };

        T Given<T>(Option<T> option, T otherwise) =>
            parsed.CommandResult.Command.Options.Contains(option) ? parsed.GetRequiredValue(option) : otherwise;
    }

    private void AddValidators()
    {
        _migrations.Validators.Add(RepositoryFolder.Check);
        _bucket.Require(IsBucket, "name the bucket");
        _rootDatabase.Require(name => name.Length == 0 || DatabaseName.IsValid(name), "name a database");
        _order.Require(order => order is "strict" or "any", "say 'strict' or 'any'");
        _timeout.Validators.Add(result => RequireUpTo(LongestTimeout, result, _timeout.TextIn(result)));
        _lockWait.Validators.Add(
            result => RequireUpTo(ReleaseOptions.LongestLockWaitSeconds, result, _lockWait.TextIn(result)));
    }

    private static bool IsBucket(string name) => name.Length > 0 && !name.Contains('/', StringComparison.Ordinal);

    /// <summary>Of what is no number at all, the option itself complains.</summary>
    private static void RequireUpTo(int longest, OptionResult result, string? text)
    {
        if (int.TryParse(text, out var seconds) && (seconds < 0 || seconds > longest))
        {
            result.AddError($"'{result.Option.Name}' takes 0 to {longest} seconds.");
        }
    }
}
