using Nuke.Common;
using Nuke.Common.IO;

sealed partial class Build
{
    [Parameter("Chaos only kills the function at each moment of one release.")]
    readonly bool Sweep;

    [Parameter("Chaos only kills the function at this moment.")]
    readonly int? Moment;

    [Parameter("Chaos only runs this round.")]
    readonly int? Round;

    static AbsolutePath PublishedChaos => PublishDirectory / "chaos" / "Drawbridge.Chaos.dll";

    Target Chaos => _ => _
        .Description("Breaks everything around the function, round after round, and judges what is left.")
        .DependsOn(Publish)
        .Executes(() =>
        {
            PublishTo(RootDirectory / "tools" / "Chaos", PublishedChaos.Parent);
            var arguments = new List<string>
            {
                PublishedChaos, "--function", PublishedFunction, "--directory", TemporaryDirectory / "chaos",
                "--minutes", $"{Minutes}", "--seed", $"{Seed}",
            };
            arguments.AddRange(Sweep ? ["--sweep"] : []);
            arguments.AddRange(Moment is { } moment ? ["--moment", $"{moment}"] : []);
            arguments.AddRange(Round is { } round ? ["--round", $"{round}"] : []);
            RunInForeground("campaign", arguments);
        });
}
