using System.Diagnostics;
using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>Another migration tool that is installed on this machine, in a folder of its own.</summary>
internal sealed class OtherTool(string program, string folder)
{
    /// <summary>Where a program is; null when it is not on PATH.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, program))
        .FirstOrDefault(File.Exists);

    public void Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Runs it to its end, which must be a good one. It finds psql.</summary>
    public async Task Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}{Path.PathSeparator}{LocalPostgres.ClientDirectory(TestMachine.Postgres)}",
                ["SQITCH_FULLNAME"] = "Proof",
                ["SQITCH_EMAIL"] = "proof@example.com",
            },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Concat(texts));
    }
}
