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
        using var clock = Lasting(remaining, time).Clock(time, mayContinue: true);
        clock.Left.ShouldBe(TimeSpan.FromSeconds(runTime));
    }

    [Fact]
    public void The_second_release_of_an_event_has_only_what_the_first_left()
    {
        var time = new ManualTime();
        var invocation = Lasting(900, time);
        time.Advance(TimeSpan.FromSeconds(600));
        using var clock = invocation.Clock(time, mayContinue: true);
        clock.Left.ShouldBe(TimeSpan.FromSeconds(280));
    }

    [Theory]
    [InlineData(0, 851, true)]
    [InlineData(0, 849, false)]
    [InlineData(600, 251, true)]
    [InlineData(600, 249, false)]
    public void Nothing_is_begun_in_the_last_half_minute(int before, int then, bool isLate)
    {
        var time = new ManualTime();
        var invocation = Lasting(900, time);
        time.Advance(TimeSpan.FromSeconds(before));
        using var clock = invocation.Clock(time, mayContinue: true);
        time.Advance(TimeSpan.FromSeconds(then));

        (Record.Exception(clock.Begin) is OperationCanceledException).ShouldBe(isLate);
    }

    [Theory]
    [InlineData(0, 880, true, false)]
    [InlineData(200, 680, true, false)]
    [InlineData(300, 580, true, true)]
    [InlineData(300, 700, true, true)]
    [InlineData(300, 580, false, false)]
    public void Only_what_began_late_goes_on_in_another_invocation(int began, int lasted, bool another, bool mayContinue)
    {
        var time = new ManualTime();
        using var clock = Lasting(900, time).Clock(time, another);
        time.Advance(TimeSpan.FromSeconds(began));
        clock.Begin();
        time.Advance(TimeSpan.FromSeconds(lasted));

        (clock.Stop.IsCancellationRequested, clock.MayContinue).ShouldBe((true, mayContinue));
    }

    private static Invocation Lasting(int seconds, ManualTime time) =>
        new("r", "l", time.GetUtcNow(), time.GetUtcNow() + TimeSpan.FromSeconds(seconds));
}
