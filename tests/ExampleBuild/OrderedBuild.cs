using Nuke.Common;

namespace ExampleBuild;

/// <summary>A build whose targets say that they ran.</summary>
internal sealed class OrderedBuild : NukeBuild
{
    [Parameter("What Show says.")]
    internal readonly string Word = "nothing";

    [Parameter("How often Show says it.")]
    internal readonly int Times = 1;

    [Parameter("Whether Conditional runs.")]
    internal readonly bool Enabled;

    [Parameter("What Required needs.")]
    internal readonly string? Secret;

    private Target Base => _ => _.Description("The first of all.").Executes(() => Ran("Base"));

    private Target Left => _ => _.DependsOn(Base).Executes(() => Ran("Left"));

    private Target Right => _ => _.DependsOn(Base).Before(Left).Executes(() => Ran("Right"));

    private Target Top => _ => _.DependsOn(Left, Right).Executes(() => Ran("Top"));

    private Target Early => _ => _.DependentFor(Top).After(Base).Executes(() => Ran("Early"));

    private Target Starter => _ => _.Triggers(Triggered).Executes(() => Ran("Starter"));

    private Target Triggered => _ => _.Executes(() => Ran("Triggered"));

    private Target Fails => _ => _.Executes(() => Assert.Fail("it was meant to fail"));

    private Target AfterFails => _ => _.DependsOn(Fails).Executes(() => Ran("AfterFails"));

    private Target Assured => _ => _.AssuredAfterFailure().Executes(() => Ran("Assured"));

    private Target FailsGently => _ => _.ProceedAfterFailure().Executes(() => Assert.Fail("it was meant to fail"));

    private Target AfterFailsGently => _ => _.DependsOn(FailsGently).Executes(() => Ran("AfterFailsGently"));

    private Target Conditional => _ => _.OnlyWhenDynamic(() => Enabled).Executes(() => Ran("Conditional"));

    private Target Required => _ => _.Requires(() => Secret).Executes(() => Ran("Required"));

    private Target Show => _ => _.Executes(() => Ran($"Show {string.Join(' ', Enumerable.Repeat(Word, Times))}"));

    private Target Hidden => _ => _.Unlisted().Executes(() => Ran("Hidden"));

    public static int Start() => Execute<OrderedBuild>(x => x.Base);

    private static void Ran(string what) => Console.WriteLine($"ran {what}");
}
