using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Status;

/// <summary><c>drawbridge status</c>.</summary>
internal sealed class StatusCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly DeployOptions _options;
    private readonly Option<bool> _plan;

    public StatusCommand(Surroundings surroundings)
        : base(
            "status",
            "Shows for each database its version, its last release and how many scripts wait, from the results in the "
            + "bucket. Changes nothing. Needs AWS credentials that may list and get 'results/*', no "
            + "git.")
    {
        _surroundings = surroundings;
        _options = new DeployOptions(surroundings);
        _plan = new EnvironmentOption<bool>("--plan", surroundings, fallback: false)
        {
            Description = "Ask the databases themselves, by a plan of this commit: needs git and 'plans/*'.",
        };
        foreach (var option in _options.OfPlan.Append(_plan))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("status --bucket shop-migrations", "Show what the last releases left"),
        new(
            "status --bucket shop-migrations --plan",
            "Show what is in the databases now, and what of this commit is pending"),
    ];

    protected override Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = _options.Read(parsed) with { Mode = ReleaseMode.Plan };
        return new StatusRun(_surroundings, request).Run(parsed.GetRequiredValue(_plan), cancellationToken);
    }
}
