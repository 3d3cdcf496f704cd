namespace Drawbridge.GitHubAction.Tests.Apply;

/// <summary>The program beside the tests, with their assemblies: its own folder here has not all of them.</summary>
internal static class ProgramHere
{
    /// <summary>What <c>dotnet</c> takes in front of a command.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "exec",
        "--runtimeconfig", PathOf("Drawbridge.GitHubAction.Tests.runtimeconfig.json"),
        "--depsfile", PathOf("Drawbridge.GitHubAction.Tests.deps.json"),
        PathOf("Drawbridge.GitHubAction.dll"),
    ];

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
