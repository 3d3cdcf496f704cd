using Drawbridge.LocalAws.Lambda;

namespace Drawbridge.LocalAws.Tests;

public sealed class ForgettingOldEvents : LocalAwsTest
{
    protected override LocalAwsOptions Options => base.Options with
    {
        Lambda = new LambdaSettings { MaximumEventAge = TimeSpan.FromSeconds(6) },
    };

    [Fact]
    public async Task An_event_that_nobody_takes_is_given_up_when_it_is_too_old()
    {
        Aws.Send("{}");
        await Aws.Settled().WaitAsync(Patience);

        var letter = Aws.DeadLetters.ShouldHaveSingleItem();
        letter.Condition.ShouldBe("EventAgeExceeded");
        letter.Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task A_retry_does_not_come_after_its_time()
    {
        var runtime = new PollingRuntime(Http, Aws.RuntimeApi);
        var sent = Aws.Send("{}");
        await runtime.Next();
        await runtime.Fail(sent, "{}");
        await Aws.Settled().WaitAsync(Patience);

        Aws.DeadLetters.ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }
}
