using Nuke.Common;

namespace ExampleBuild;

/// <summary>A build whose targets wait for each other.</summary>
internal sealed class CircularBuild : NukeBuild
{
    private Target Circle => _ => _.DependsOn(Square).Executes(() => { });

    private Target Square => _ => _.DependsOn(Circle).Executes(() => { });

    public static int Start() => Execute<CircularBuild>(x => x.Circle);
}
