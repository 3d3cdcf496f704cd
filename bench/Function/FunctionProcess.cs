using System.Diagnostics;
using System.Globalization;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.Bench.Function;

/// <summary>One process of the function, cold until it has answered once.</summary>
internal sealed class FunctionProcess : IDisposable
{
    private readonly Process _process;
    private readonly Site _site;

    private FunctionProcess(Process process, Site site, DateTimeOffset startedAt) =>
        (_process, _site, StartedAt) = (process, site, startedAt);

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The most memory that it ever had, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
    }

    /// <summary>What it took of the processors so far.</summary>
    public TimeSpan ProcessorTime => _process.TotalProcessorTime;

    /// <summary>Starts it as Lambda does: its assembly by the runtime's host, or itself when it has the runtime inside.</summary>
    public static FunctionProcess Start(string program, Site site)
    {
        var start = Subprocess.Start(program);
        start.RedirectStandardOutput = true;
        foreach (var (name, value) in site.Variables)
        {
            start.Environment[name] = value;
        }

        var startedAt = DateTimeOffset.UtcNow;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new FunctionProcess(process, site, startedAt);
    }

    /// <summary>When it got a release, by its number, and when it had answered.</summary>
    public async Task<(DateTimeOffset Started, DateTimeOffset Ended)> Finish(int number)
    {
        while (_site.Aws.Invocations.Count <= number)
        {
            await Task.Delay(1);
        }

        await _site.Aws.Invocations[number].Completion;
        return (_site.Aws.Invocations[number].StartedAt!.Value, DateTimeOffset.UtcNow);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
