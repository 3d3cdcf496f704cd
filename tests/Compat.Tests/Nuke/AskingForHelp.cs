namespace Compat.Tests.Nuke;

public sealed class AskingForHelp
{
    private readonly BuildRun _run = BuildRun.Of("--help");

    [Fact]
    public void Nothing_runs() => _run.Ran.ShouldBeEmpty();

    [Fact]
    public void Targets_are_listed_with_their_dependencies() => _run.Output.ShouldMatch(@"Top\s+-> .*Left");

    [Fact]
    public void The_default_target_is_marked() => _run.Output.ShouldContain("Base (default)");

    [Fact]
    public void Unlisted_targets_are_not_listed() => _run.Output.ShouldNotContain("Hidden");

    [Fact]
    public void Parameters_are_listed() => _run.Output.ShouldMatch("--word +What Show says");
}
