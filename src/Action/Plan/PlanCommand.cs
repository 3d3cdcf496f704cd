using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Feedback;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Plan;

/// <summary><c>drawbridge plan</c>.</summary>
internal sealed class PlanCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly DeployOptions _options;
    private readonly Option<string> _comment;

    public PlanCommand(Surroundings surroundings)
        : base(
            "plan",
            "Asks what a deploy of this commit would find in each database, and changes nothing. Needs git and AWS "
            + "credentials that may put 'plans/*'.")
    {
        _surroundings = surroundings;
        _options = new DeployOptions(surroundings);
        foreach (var option in _options.OfPlan)
        {
            Options.Add(option);
        }

        _comment = CommentOption.Of(surroundings, "Whether the pull request gets a comment with the answers");
        Options.Add(_comment);
    }

    public override IReadOnlyList<Example> Examples =>
        [new("plan --bucket shop-migrations", "Show what is pending, drifted or interrupted in every database")];

    protected override Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken) =>
        new Planner(_surroundings, _options.Read(parsed) with { Mode = ReleaseMode.Plan })
        {
            Comments = parsed.IsOn(_comment),
        }.Run(cancellationToken);
}
