using System.Diagnostics;
using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>
/// The programs under test, as they are shipped: named by <c>./build.sh Test</c>, else published once by the first
/// test.
/// </summary>
internal static class Published
{
    private static readonly Lazy<Task<string>> FunctionAssembly =
        new(() => Find("DRAWBRIDGE_FUNCTION", "Function", "Drawbridge.LambdaFunction.dll"));

    private static readonly Lazy<Task<string>> ActionAssembly =
        new(() => Find("DRAWBRIDGE_ACTION", "Action", "Drawbridge.GitHubAction.dll"));

    public static async Task<LocalPlatformOptions> Options(string folder) =>
        // One after the other: two builds side by side would write the same files.
        new(await FunctionAssembly.Value, await ActionAssembly.Value, folder);

    private static async Task<string> Find(string variable, string project, string assembly)
    {
        if (TestMachine.Variables.GetValueOrDefault(variable) is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? named
                : throw new LocalEnvironmentException($"'{variable}' names '{named}', which is not there.");
        }

        var output = Path.Combine(TestMachine.Repository, ".nuke", "temp", "end-to-end", project);
        string[] arguments = ["publish", Path.Combine(TestMachine.Repository, "src", project), "-c", "Release", "-o", output];
        using var publish = Process.Start("dotnet", arguments);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(output, assembly)
            : throw new LocalEnvironmentException($"'dotnet {string.Join(' ', arguments)}' failed.");
    }
}
