using System.Diagnostics;
using Drawbridge.LocalAws.Faults;

namespace Drawbridge.LocalAws.Tests;

public sealed class MishandlingEvents : LocalAwsTest
{
    private PollingRuntime Runtime => new(Http, Aws.RuntimeApi);

    [Fact]
    public async Task A_dropped_event_never_arrives()
    {
        Aws.Faults.Add(new EventFault(EventMishap.Dropped));
        Announce("1", "2");

        (await Arrivals(1)).ShouldBe(["2"]);
        await Aws.Settled().WaitAsync(Patience);
    }

    [Fact]
    public async Task A_doubled_event_arrives_twice_with_different_ids()
    {
        Aws.Faults.Add(new EventFault(EventMishap.Doubled));
        Announce("1");

        (await Arrivals(2)).ShouldBe(["1", "1"]);
        Aws.Invocations.Select(invocation => invocation.RequestId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_delayed_event_arrives_late_but_before_all_is_settled()
    {
        Aws.Faults.Add(new EventFault(EventMishap.Delayed) { Delay = TimeSpan.FromSeconds(2) });
        var clock = Stopwatch.StartNew();
        Announce("1", "2");

        (await Arrivals(2)).ShouldBe(["2", "1"]);
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.5));
        await Aws.Settled().WaitAsync(Patience);
    }

    [Fact]
    public async Task An_overtaken_event_arrives_after_the_next_one()
    {
        Aws.Faults.Add(new EventFault(EventMishap.Overtaken));
        Announce("1");
        await Aws.Settled().WaitAsync(Patience);
        Announce("2");

        (await Arrivals(2)).ShouldBe(["1", "2"], ignoreOrder: true);
    }

    private void Announce(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Aws.Put(Shop, $"releases/{name}/db.json", "{}");
        }
    }

    private async Task<List<string>> Arrivals(int count)
    {
        var arrivals = new List<string>();
        while (arrivals.Count < count)
        {
            var received = await Runtime.Next().WaitAsync(Patience);
            await Runtime.Respond(received.RequestId, "{}");
            arrivals.Add(received.Body.Split("releases/")[1].Split('/')[0]);
        }

        return arrivals;
    }
}
