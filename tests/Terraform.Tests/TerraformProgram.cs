using System.Diagnostics;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Terraform.Tests;

/// <summary>
/// Runs Terraform: the program that <c>DRAWBRIDGE_TEST_TERRAFORM</c> names, called with a directory, a command and its
/// arguments. It initializes the directory first, as <c>.ci/terraform</c> does.
/// </summary>
internal static class TerraformProgram
{
    public const string Variable = "DRAWBRIDGE_TEST_TERRAFORM";

    public static string? Named { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } program ? program : null;

    /// <summary>The lines that it wrote.</summary>
    public static async Task<IReadOnlyList<string>> Run(string directory, params IEnumerable<string> arguments)
    {
        var program = Path.GetFullPath(Named!, Repository.Root);
        using var process = Process.Start(new ProcessStartInfo(program, [Repository.PathOf(directory), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{output}\n{await error}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
