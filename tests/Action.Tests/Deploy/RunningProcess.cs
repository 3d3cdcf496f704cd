using System.Diagnostics;

namespace Drawbridge.GitHubAction.Tests.Deploy;

/// <summary>What a test does with a program that still runs.</summary>
internal static class RunningProcess
{
    /// <summary>Reads its output up to a line that holds a text.</summary>
    public static async Task OutputUntil(this Process process, string text)
    {
        var line = "";
        while (!line.Contains(text, StringComparison.Ordinal))
        {
            line = (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull($"It never said '{text}'.");
        }
    }

    /// <summary>Sends it a signal and answers what it says until its end.</summary>
    public static async Task<string> Signal(this Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return rest;
    }
}
