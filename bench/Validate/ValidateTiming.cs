using System.Diagnostics;

namespace Drawbridge.Bench.Validate;

/// <summary>Times <c>validate</c> as its users would, from the start of the process to its end.</summary>
/// <param name="program">What a release holds: the program with its runtime.</param>
/// <param name="folder">Where the repository is, or is made.</param>
/// <param name="scripts">What it holds.</param>
internal sealed class ValidateTiming(string program, string folder, ManyScripts scripts)
{
    private const int Runs = 7;

    public async Task Run(TextWriter output)
    {
        var (_, size) = await scripts.Create(folder);
        await output.WriteLineAsync($"validate of {scripts.Count} new scripts, {size / 1e6:0.0} MB, on {Environment.ProcessorCount} cores:");
        var times = new List<TimeSpan>();
        for (var run = 0; run < Runs; run++)
        {
            times.Add(await Time());
            await output.WriteLineAsync($"  {times[^1].TotalSeconds:0.00} s");
        }

        times.Sort();
        await output.WriteLineAsync($"  median {times[Runs / 2].TotalSeconds:0.00} s, best {times[0].TotalSeconds:0.00} s");
    }

    private async Task<TimeSpan> Time()
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, ["validate"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var findings = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        clock.Stop();

        // Some of the scripts drop a table on purpose: what found nothing has not looked.
        return process.ExitCode == 1 && findings.Contains("drop-table", StringComparison.Ordinal)
            ? clock.Elapsed
            : throw new InvalidOperationException($"'validate' ended with {process.ExitCode} and without the findings it should have.");
    }
}
