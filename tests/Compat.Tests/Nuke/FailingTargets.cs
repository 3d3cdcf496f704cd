namespace Compat.Tests.Nuke;

public sealed class FailingTargets
{
    [Fact]
    public void The_exit_code_is_0_only_on_success()
    {
        BuildRun.Of("Base").ExitCode.ShouldBe(0);
        BuildRun.Of("Fails").ExitCode.ShouldBe(255);
    }

    [Fact]
    public void The_reason_is_shown() => BuildRun.Of("Fails").Output.ShouldContain("it was meant to fail");

    [Fact]
    public void What_comes_after_does_not_run() => BuildRun.Of("AfterFails").Ran.ShouldBeEmpty();

    [Fact]
    public void An_assured_target_runs_all_the_same() =>
        BuildRun.Of("Fails Assured").Ran.ShouldBe(["Assured"]);

    [Fact]
    public void A_build_that_proceeds_is_a_failed_build()
    {
        var run = BuildRun.Of("AfterFailsGently");
        run.Ran.ShouldBe(["AfterFailsGently"]);
        run.ExitCode.ShouldBe(255);
    }

    [Fact]
    public void The_summary_names_each_target()
    {
        var output = BuildRun.Of("AfterFails").Output;
        output.ShouldMatch(@"Fails +Failed");
        output.ShouldMatch(@"AfterFails +NotRun");
    }

    [Fact]
    public void An_unknown_target_is_named()
    {
        var run = BuildRun.Of("Tset");
        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("'Tset'");
    }
}
