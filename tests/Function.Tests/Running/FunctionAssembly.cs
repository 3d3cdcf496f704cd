namespace Drawbridge.LambdaFunction.Tests.Running;

/// <summary>The function as it was built.</summary>
internal static class FunctionAssembly
{
    /// <summary>In the function's own output: the one beside these tests lacks what their framework brings.</summary>
    public static string Location { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../Function", new DirectoryInfo(AppContext.BaseDirectory).Name, "Drawbridge.LambdaFunction.dll"));
}
