using System.Globalization;

namespace Drawbridge.Bench.Fleet;

/// <summary>What Linux tells of a process.</summary>
/// <param name="Parent">The process that started it.</param>
/// <param name="Own">The processor time of all its threads.</param>
/// <param name="Children">The same of its children that have ended, and of theirs.</param>
/// <remarks>See https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html.</remarks>
internal sealed record ProcessStat(int Parent, TimeSpan Own, TimeSpan Children)
{
    private const int TicksPerSecond = 100; // USER_HZ: what programs are told, however the kernel counts

    /// <summary>Of a process; null when it has ended.</summary>
    public static ProcessStat? TryRead(int process)
    {
        try
        {
            return Parse(File.ReadAllText($"/proc/{process}/stat"));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>All processes there are.</summary>
    public static IEnumerable<ProcessStat> All() => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var process) ? TryRead(process) : null)
        .OfType<ProcessStat>();

    /// <summary>How long the machine's cores, taken together, had nothing to do since it was started.</summary>
    public static TimeSpan Idle()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Time(fields[4]) + Time(fields[5]);
    }

    /// <summary>Reads the file's text. The program's name is in brackets, and may hold some itself.</summary>
    public static ProcessStat Parse(string text)
    {
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessStat(
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            Time(fields[11]) + Time(fields[12]),
            Time(fields[13]) + Time(fields[14]));
    }

    private static TimeSpan Time(string ticks) =>
        TimeSpan.FromSeconds(double.Parse(ticks, CultureInfo.InvariantCulture) / TicksPerSecond);
}
