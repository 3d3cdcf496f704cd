namespace Compat.Tests.Nuke;

public sealed class BindingParameters
{
    private static readonly Dictionary<string, string> Variable = new() { ["NUKE_WORD"] = "variable" };

    private const string File = """{ "Word": "file" }""";

    [Fact]
    public void A_parameter_that_nothing_sets_keeps_its_value() => BuildRun.Of("Show").Ran.ShouldBe(["Show nothing"]);

    [Fact]
    public void The_environment_sets_it() => BuildRun.Of("Show", Variable).Ran.ShouldBe(["Show variable"]);

    [Fact]
    public void The_environment_may_go_without_the_prefix() =>
        BuildRun.Of("Show", new Dictionary<string, string> { ["word"] = "bare" }).Ran.ShouldBe(["Show bare"]);

    [Fact]
    public void The_file_wins_over_the_environment() => BuildRun.Of("Show", Variable, File).Ran.ShouldBe(["Show file"]);

    [Fact]
    public void The_command_line_wins_over_the_file() =>
        BuildRun.Of("Show --word line", Variable, File).Ran.ShouldBe(["Show line"]);

    [Fact]
    public void Values_become_the_type_of_the_parameter() =>
        BuildRun.Of("Show --times 2 --word again").Ran.ShouldBe(["Show again again"]);

    [Fact]
    public void A_value_of_another_type_stops_the_build()
    {
        var run = BuildRun.Of("Show --times often");
        run.ExitCode.ShouldBe(255);
        run.Ran.ShouldBeEmpty();
        run.Output.ShouldContain("often");
    }

    [Fact]
    public void A_required_parameter_without_a_value_stops_the_build_before_it_starts()
    {
        var run = BuildRun.Of("Base Required");
        run.ExitCode.ShouldBe(255);
        run.Ran.ShouldBeEmpty();
        run.Output.ShouldContain("Secret");
    }

    [Fact]
    public void A_required_parameter_with_a_value_does_not() =>
        BuildRun.Of("Required --secret s").Ran.ShouldBe(["Required"]);

#if STANDINS
    // The published package takes any name.
    [Fact]
    public void An_unknown_parameter_stops_the_build()
    {
        var run = BuildRun.Of("Show --wrod x");
        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("'--wrod'");
    }
#endif
}
