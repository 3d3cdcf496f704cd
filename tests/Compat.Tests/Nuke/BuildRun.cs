using System.Diagnostics;

namespace Compat.Tests.Nuke;

/// <summary>One run of the example build, as a process of its own in a directory of its own.</summary>
internal sealed record BuildRun(int ExitCode, string Output)
{
    private const string Mark = "ran ";

    /// <summary>What the targets said, in order.</summary>
    public IReadOnlyList<string> Ran =>
        [.. Output.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[Mark.Length..].Trim())];

    public static BuildRun Of(
        string words, IReadOnlyDictionary<string, string>? variables = null, string? parameters = null)
    {
        var root = Directory.CreateTempSubdirectory("drawbridge-nuke-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, ".nuke"));
            File.WriteAllText(Path.Combine(root, ".nuke", "parameters.json"), parameters ?? "{}");
            return Run(root, words, variables ?? new Dictionary<string, string>());
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static BuildRun Run(string root, string words, IReadOnlyDictionary<string, string> variables)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ExampleBuild.dll");
        var start = new ProcessStartInfo("dotnet", $"\"{program}\" {words}")
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output);
    }
}
