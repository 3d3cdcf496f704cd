using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Drawbridge.Bench.Peers.Network;

/// <summary>
/// Sleeps to a moment, never less, and hardly a tenth of a millisecond more on an idle machine: .NET's own waits count
/// whole milliseconds, which is as much as the delays that are measured here.
/// </summary>
internal static partial class PreciseSleep
{
    private const long Nanoseconds = 1_000_000_000;

    /// <summary>Blocks this thread until the moment, as <see cref="Stopwatch.GetTimestamp"/> counts.</summary>
    public static void Until(long moment)
    {
        long rest;
        while ((rest = moment - Stopwatch.GetTimestamp()) > 0)
        {
            var (seconds, ticks) = Math.DivRem(rest, Stopwatch.Frequency);
            _ = NanoSleep(new TimeSpec((nint)seconds, (nint)(ticks * Nanoseconds / Stopwatch.Frequency)), 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NanoSleep(in TimeSpec duration, nint rest);

    /// <summary>C's <c>struct timespec</c>.</summary>
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
