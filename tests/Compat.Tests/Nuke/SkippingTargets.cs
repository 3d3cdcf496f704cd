namespace Compat.Tests.Nuke;

public sealed class SkippingTargets
{
    [Fact]
    public void A_named_target_is_left_out() => BuildRun.Of("Left --skip Base").Ran.ShouldBe(["Left"]);

    [Fact]
    public void Without_a_name_all_that_were_not_asked_for_are_left_out() =>
        BuildRun.Of("Top --skip").Ran.ShouldBe(["Top"]);

    [Fact]
    public void A_condition_that_does_not_hold_skips_and_succeeds()
    {
        var run = BuildRun.Of("Conditional");
        run.Ran.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_condition_that_holds_does_not_skip() =>
        BuildRun.Of("Conditional --enabled").Ran.ShouldBe(["Conditional"]);
}
