using System.Diagnostics;
using System.Text;

namespace Drawbridge.LocalEnvironment.Processes;

/// <summary>Runs a program to its end.</summary>
internal static class Subprocess
{
    /// <summary>The host of the very runtime that runs this code, whatever PATH says.</summary>
    private static string DotNet { get; } = Path.GetFullPath(Path.Combine(
        System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(),
        "../../..",
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>How a program of ours is started: by the runtime's host as it was compiled, by itself as it is packaged.</summary>
    public static ProcessStartInfo Start(string program, params IEnumerable<string> arguments) =>
        program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? new ProcessStartInfo(DotNet, ["exec", program, .. arguments])
            : new ProcessStartInfo(program, arguments);

    /// <summary>
    /// Runs it, hands over each line of its output as it comes, and answers all of it. Cancelling kills it.
    /// </summary>
    public static async Task<ProcessOutcome> Run(
        ProcessStartInfo start, Action<string>? eachLine = null, CancellationToken cancellationToken = default)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        using var process = Process.Start(start)
            ?? throw new LocalEnvironmentException($"'{start.FileName}' does not start.");
        process.StandardInput.Close();
        await using var kill = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var output = Collect(process.StandardOutput, eachLine);
        var error = Collect(process.StandardError, eachLine);
        var texts = await Task.WhenAll(output, error);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return new ProcessOutcome(process.ExitCode, texts[0], texts[1]);
    }

    private static async Task<string> Collect(StreamReader reader, Action<string>? eachLine)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            text.Append(line).Append('\n');
            eachLine?.Invoke(line);
        }

        return text.ToString();
    }
}
