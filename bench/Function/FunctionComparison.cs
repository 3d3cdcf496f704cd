using Drawbridge.LocalEnvironment;

namespace Drawbridge.Bench.Function;

/// <summary>Measures packages of the function side by side.</summary>
internal static class FunctionComparison
{
    /// <summary>Runs all of it.</summary>
    /// <param name="hello">The program that does nothing.</param>
    /// <param name="packages">Each as <c>name=path</c>.</param>
    /// <param name="output">Where the tables go.</param>
    public static async Task Run(string hello, IEnumerable<string> packages, TextWriter output)
    {
        var forms = packages.Select(package => package.Split('=', 2)).Select(parts => (parts[0], parts[1])).ToList();
        await using var server = await LocalPostgres.Start(BenchServer.Options(Path.GetTempPath()));
        await new FunctionTiming(hello, forms).Run(server, output);
        await new FunctionLoad(forms).Run(server, output);
    }
}
