using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Promotion;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary><c>drawbridge deploy</c>.</summary>
internal sealed class DeployCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly DeployOptions _options;
    private readonly PreviousOptions _previous;

    public DeployCommand(Surroundings surroundings)
        : base(
            "deploy",
            "Ships the scripts of this commit to the bucket, asks for them to be applied and follows the answer. Needs "
            + "git and AWS credentials.")
    {
        _surroundings = surroundings;
        _options = new DeployOptions(surroundings);
        _previous = new PreviousOptions(surroundings);
        foreach (var option in _options.All.Concat(_previous.All))
        {
            Options.Add(option);
        }

        Validators.Add(result => _previous.Check(result, _options.PlaceIn(result)));
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("deploy --bucket shop-migrations", "Ship the current commit and follow it to the end"),
        new(
            "deploy --bucket shop-migrations --prefix staging --timeout-seconds 3600",
            "The same, to a folder of a shared bucket, with more patience"),
        new(
            "deploy --bucket shop-production --previous-bucket shop-staging",
            "Say first what staging holds, and warn when that is not this commit"),
    ];

    protected override Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = _options.Read(parsed) with { Previous = _previous.Read(parsed) };
        return new Deployer(_surroundings, request).Run(cancellationToken);
    }
}
