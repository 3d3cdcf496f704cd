using System.Diagnostics;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Tests.Shared;

/// <summary>
/// The programs under test, as they are shipped: named by <c>./build.sh Test</c>, else published once by the first
/// test.
/// </summary>
public static class Published
{
    private static readonly Lazy<Task<string>> FunctionAssembly =
        new(() => Find("DRAWBRIDGE_FUNCTION", "Function", "Drawbridge.LambdaFunction.dll"));

    private static readonly Lazy<Task<string>> ActionAssembly =
        new(() => Find("DRAWBRIDGE_ACTION", "Action", "Drawbridge.GitHubAction.dll"));

    /// <summary>The path of the function's assembly.</summary>
    public static Task<string> Function => FunctionAssembly.Value;

    /// <summary>The path of the action's assembly. After the function's: two builds side by side would write the same files.</summary>
    public static async Task<string> Action()
    {
        await Function;
        return await ActionAssembly.Value;
    }

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
