using System.CommandLine;
using System.CommandLine.Parsing;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>The options of <c>drawbridge deploy</c>.</summary>
internal sealed class DeployOptions
{
    private const int LongestTimeout = 6 * 60 * 60;

    private readonly Option<string> _migrations;
    private readonly Option<string> _bucket;
    private readonly Option<string> _prefix;
    private readonly Option<string> _rootDatabase;
    private readonly Option<int> _timeout;
    private readonly Option<int> _lockWait;
    private readonly Option<string> _order;

    /// <summary>Declares them.</summary>
    public DeployOptions(Surroundings surroundings)
    {
        _migrations = Text("--migrations", "migrations", "The folder of the scripts, from the repository's root; its folders are the databases.", "folder");
        _bucket = Text("--bucket", "", "The bucket between CI and the network, an output of the Terraform module. Required.", "name");
        _prefix = Text("--prefix", "", "The folder in the bucket, when several set-ups share it.", "folder");
        _rootDatabase = Text("--root-database", "postgres", "The database whose scripts create the others: it goes first.", "name");
        _timeout = Number("--timeout-seconds", 1200, LongestTimeout, "How long to wait for the answers, all together. Not waiting undoes nothing.");
        _lockWait = Number("--lock-wait-seconds", ReleaseOptions.Default.LockWaitSeconds, ReleaseOptions.LongestLockWaitSeconds, "How long a run waits for another one on the same database.");
        _order = Text("--order", "strict", "'strict' refuses a pending migration older than the newest applied one, 'any' applies it late.", "order");
        _migrations.Validators.Add(RepositoryFolder.Check);
        _bucket.Validators.Add(result => Require(result, name => name.Length > 0 && !name.Contains('/', StringComparison.Ordinal), "name the bucket"));
        _rootDatabase.Validators.Add(result => Require(result, DatabaseName.IsValid, "name a database"));
        _order.Validators.Add(result => Require(result, order => order is "strict" or "any", "say 'strict' or 'any'"));

        EnvironmentOption<string> Text(string name, string fallback, string description, string helpName) =>
            new(name, surroundings, fallback) { Description = description, HelpName = helpName };

        EnvironmentOption<int> Number(string name, int fallback, int longest, string description)
        {
            var option = new EnvironmentOption<int>(name, surroundings, fallback) { Description = description, HelpName = "seconds" };
            option.Validators.Add(result => RequireUpTo(result, result.Tokens.SingleOrDefault()?.Value ?? surroundings.Variable(option.Variable), longest));
            return option;
        }
    }

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_bucket, _migrations, _prefix, _rootDatabase, _order, _timeout, _lockWait];

    /// <summary>What was asked for.</summary>
    public DeployRequest Read(ParseResult parsed) => new(
        RepositoryFolder.Normalize(parsed.GetRequiredValue(_migrations)),
        parsed.GetRequiredValue(_bucket),
        BucketLayout.At(parsed.GetRequiredValue(_prefix)),
        parsed.GetRequiredValue(_rootDatabase),
        TimeSpan.FromSeconds(parsed.GetRequiredValue(_timeout)),
        ReleaseOptions.Default with
        {
            Order = parsed.GetRequiredValue(_order) == "any" ? ReleaseOrder.Any : ReleaseOrder.Strict,
            LockWaitSeconds = parsed.GetRequiredValue(_lockWait),
        });

    private static void Require(OptionResult result, Func<string, bool> isFine, string demand)
    {
        if (!isFine(result.GetValue((Option<string>)result.Option) ?? ""))
        {
            result.AddError($"'{result.Option.Name}' must {demand}.");
        }
    }

    /// <summary>Of what is no number at all, the option itself complains.</summary>
    private static void RequireUpTo(OptionResult result, string? text, int longest)
    {
        if (int.TryParse(text, out var seconds) && (seconds < 0 || seconds > longest))
        {
            result.AddError($"'{result.Option.Name}' takes 0 to {longest} seconds.");
        }
    }
}
