using Drawbridge.Tests.Shared;

namespace Compat.Tests.PublicApi;

/// <summary><c>compat/&lt;PackageId&gt;/PublicApi.txt</c>: signatures of the published package, one a line.</summary>
internal static class PublishedSignatures
{
    private const string FileName = "PublicApi.txt";

    public static IEnumerable<string> PackageIds() =>
        from file in Directory.EnumerateFiles(Repository.PathOf("compat"), FileName, SearchOption.AllDirectories)
        select Path.GetFileName(Path.GetDirectoryName(file)!);

    public static IReadOnlyList<string> Read(string packageId) =>
    [
        .. from line in File.ReadLines(Path.Combine(Repository.PathOf("compat"), packageId, FileName))
           where line.Length > 0 && !line.StartsWith('#')
           select line,
    ];
}
