using Drawbridge.Bench.Fleet;

namespace Drawbridge.Bench.Tests;

public sealed class CountingProcessorTime
{
    [Fact]
    public void What_a_process_is_called_moves_no_field()
    {
        const string Text = "4711 (postgres: a) 7 (b) S 42 4711 4711 0 -1 4194304 900 0 0 0 150 25 1000 250 20 0 1 0 8000 230000000 4000";

        ProcessStat.Parse(Text).ShouldBe(new ProcessStat(42, TimeSpan.FromSeconds(1.75), TimeSpan.FromSeconds(12.5)));
    }
}
