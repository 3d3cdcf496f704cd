using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>A process whose lines are kept, and shown as they come.</summary>
internal sealed class StartedProcess : IProcess
{
    private readonly Process _process;
    private readonly int? _timeout;
    private readonly Action<OutputType, string> _logger;
    private readonly ConcurrentQueue<Output> _output = new();

    public StartedProcess(ProcessStartInfo start, int? timeout, Action<OutputType, string> logger)
    {
        _timeout = timeout;
        _logger = logger;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(OutputType.Std, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(OutputType.Err, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string FileName => _process.StartInfo.FileName;

    public string Arguments => _process.StartInfo.Arguments;

    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => _output;

    public int ExitCode => _process.ExitCode;

    public bool WaitForExit()
    {
        if (_process.WaitForExit(_timeout ?? Timeout.Infinite))
        {
            // Only this form waits for the last lines as well.
            _process.WaitForExit();
            return true;
        }

        _process.Kill(entireProcessTree: true);
        return false;
    }

    public void Dispose() => _process.Dispose();

    private void Keep(OutputType type, string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(new() { Type = type, Text = line });
            _logger(type, line);
        }
    }
}
