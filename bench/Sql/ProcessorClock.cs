using Perfolizer.Horology;

namespace Drawbridge.Bench.Sql;

/// <summary>
/// The processor time of this process: what the work costs, however many others want the same cores. A wall clock would
/// tell of the machine.
/// </summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => !OperatingSystem.IsBrowser();

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
