namespace Compat.Tests;

internal static class Repository
{
    /// <summary>The nearest directory above the tests that holds the solution.</summary>
    public static string Root { get; } = Ancestors(new(AppContext.BaseDirectory))
        .First(directory => File.Exists(Path.Combine(directory.FullName, "Drawbridge.slnx")))
        .FullName;

    private static IEnumerable<DirectoryInfo> Ancestors(DirectoryInfo directory)
    {
        for (var next = directory; next is not null; next = next.Parent)
        {
            yield return next;
        }
    }
}
