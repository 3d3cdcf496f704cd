using System.ComponentModel;
using System.Diagnostics;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>One running process of the function. It never outlives this program's orderly end.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _output;

    private FunctionProcess(Process process, Action<string> line)
    {
        _process = process;
        _output = Task.WhenAll(Read(process.StandardOutput, line), Read(process.StandardError, line));
        Exited = WaitForExit();
        AppDomain.CurrentDomain.ProcessExit += KillOnExit;
    }

    /// <summary>Ends when the process does, and says how in Lambda's words.</summary>
    public Task<string> Exited { get; }

    public int Id => _process.Id;

    /// <summary>
    /// Starts the command with nothing but the given variables and what a program can't start without.
    /// </summary>
    /// <exception cref="Win32Exception">The command can't be started.</exception>
    public static FunctionProcess Start(
        FunctionCommand command, IReadOnlyDictionary<string, string> variables, Action<string> line)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Except(FunctionVariables.Inherited, StringComparer.OrdinalIgnoreCase).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new FunctionProcess(process, line);
    }

    /// <summary>SIGKILL, to it and whatever it started: Lambda gives no warning either.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillOnExit;
        Kill();
        await Exited;
        _process.Dispose();
    }

    private void KillOnExit(object? sender, EventArgs e) => Kill();

    private async Task<string> WaitForExit()
    {
        await _process.WaitForExitAsync();
        await Task.WhenAny(_output, Task.Delay(TimeSpan.FromSeconds(1)));
        return _process.ExitCode switch
        {
            137 => "signal: killed",
            > 128 and var code and < 160 => $"signal: {code - 128}",
            var code => $"exit status {code}",
        };
    }

    private static async Task Read(StreamReader reader, Action<string> line)
    {
        while (await reader.ReadLineAsync() is { } text)
        {
            line(text);
        }
    }
}
