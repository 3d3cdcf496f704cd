namespace Drawbridge.Tests.Shared;

/// <summary>
/// Where the repository that these tests belong to is checked out. Linked into the test projects that need nothing else
/// of this folder, so that they stay free of servers and processes.
/// </summary>
internal static class Repository
{
    /// <summary>The nearest folder above the tests that holds the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A file or folder of the repository.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Drawbridge.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("The tests must lie in a checkout of the repository.");
    }
}
