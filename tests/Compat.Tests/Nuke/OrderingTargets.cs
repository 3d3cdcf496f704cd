namespace Compat.Tests.Nuke;

public sealed class OrderingTargets
{
    [Fact]
    public void Without_a_name_the_default_target_runs() => BuildRun.Of("").Ran.ShouldBe(["Base"]);

    [Fact]
    public void Dependencies_run_first_and_once()
    {
        var ran = BuildRun.Of("Top").Ran;
        ran.ShouldBe(["Base", "Right", "Left", "Early", "Top"], ignoreOrder: true);
        (ran[0], ran[^1]).ShouldBe(("Base", "Top"));
    }

    [Fact]
    public void Before_puts_one_ahead_of_the_other() =>
        BuildRun.Of("Left Right").Ran.ShouldBe(["Base", "Right", "Left"]);

    [Fact]
    public void Before_and_after_alone_run_nothing() => BuildRun.Of("Right").Ran.ShouldBe(["Base", "Right"]);

    [Fact]
    public void A_plus_joins_targets() => BuildRun.Of("Left+Right").Ran.ShouldBe(["Base", "Right", "Left"]);

    [Fact]
    public void Dependent_for_adds_a_dependency_from_the_other_side()
    {
        var ran = BuildRun.Of("Top").Ran.ToList();
        ran.IndexOf("Early").ShouldBeInRange(1, ran.IndexOf("Top") - 1);
    }

    [Fact]
    public void A_triggered_target_runs_after_its_trigger() =>
        BuildRun.Of("Starter").Ran.ShouldBe(["Starter", "Triggered"]);

    [Fact]
    public void Targets_that_wait_for_each_other_run_nothing()
    {
        var run = BuildRun.Of("Circle");
        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("Circle");
        run.Output.ShouldContain("Square");
    }
}
