using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary><c>drawbridge deploy</c>.</summary>
internal sealed class DeployCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly DeployOptions _options;

    public DeployCommand(Surroundings surroundings)
        : base(
            "deploy",
            "Ships the scripts of this commit to the bucket, asks for them to be applied and follows the answer. Needs "
            + "git and AWS credentials.")
    {
        _surroundings = surroundings;
        _options = new DeployOptions(surroundings);
        foreach (var option in _options.All)
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("deploy --bucket shop-migrations", "Ship the current commit and follow it to the end"),
        new(
            "deploy --bucket shop-migrations --prefix staging --timeout-seconds 3600",
            "The same, to a folder of a shared bucket, with more patience"),
    ];

    protected override Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken) =>
        new Deployer(_surroundings, _options.Read(parsed)).Run(cancellationToken);
}
