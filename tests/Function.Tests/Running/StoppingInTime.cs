using Drawbridge.LambdaFunction.Tests.Local;

namespace Drawbridge.LambdaFunction.Tests.Running;

public sealed class StoppingInTime
{
    [Theory]
    [InlineData(900, 880)]
    [InlineData(80, 60)]
    [InlineData(60, 45)]
    [InlineData(4, 3)]
    [InlineData(0, 0)]
    [InlineData(-5, 0)]
    public void The_run_leaves_time_for_rolling_back_and_for_the_last_result(int remaining, int runTime)
    {
        var time = new ManualTime();
        var invocation = new Invocation("r", "l", time.GetUtcNow() + TimeSpan.FromSeconds(remaining));
        invocation.RunTime(time).ShouldBe(TimeSpan.FromSeconds(runTime));
    }

    [Fact]
    public void The_second_release_of_an_event_has_only_what_the_first_left()
    {
        var time = new ManualTime();
        var invocation = new Invocation("r", "l", time.GetUtcNow() + TimeSpan.FromSeconds(900));
        time.Advance(TimeSpan.FromSeconds(600));
        invocation.RunTime(time).ShouldBe(TimeSpan.FromSeconds(280));
    }
}
