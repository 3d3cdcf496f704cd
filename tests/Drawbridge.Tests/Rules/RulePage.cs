using Drawbridge.Tests.Shared;

namespace Drawbridge.Tests.Rules;

/// <summary>A page of <c>docs/rules</c>: its examples are the tests of its rule.</summary>
internal sealed record RulePage(
    string Id, string Severity, IReadOnlyList<ExampleBlock> Bad, IReadOnlyList<ExampleBlock> Ok)
{
    private const string Fence = "```";

    public static string Folder { get; } = Repository.PathOf("docs/rules");

    public static IEnumerable<string> Ids => Directory.EnumerateFiles(Folder, "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => name != "README")
        .Order();

    public static RulePage Read(string id)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, $"{id}.md"));
        lines[0].ShouldBe($"# {id}");
        return new RulePage(id, lines[2].Trim('*'), [.. Blocks(lines, "## Bad")], [.. Blocks(lines, "## Ok")]);
    }

    private static IEnumerable<ExampleBlock> Blocks(string[] lines, string heading)
    {
        var section = lines.SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .ToList();
        for (var start = section.FindIndex(IsFence); start >= 0; start = section.FindIndex(start, IsFence))
        {
            var end = section.FindIndex(start + 1, IsFence);
            yield return new ExampleBlock(section[start][Fence.Length..], section[(start + 1)..end]);
            start = end + 1;
        }
    }

    private static bool IsFence(string line) => line.StartsWith(Fence, StringComparison.Ordinal);
}
