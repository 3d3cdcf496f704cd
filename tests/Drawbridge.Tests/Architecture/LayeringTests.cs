using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Drawbridge.Tests.Architecture;

public sealed partial class LayeringTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Problems"] = [],
        ["Sql"] = [],
        ["Scripts"] = ["Problems", "Sql"],
        ["Rules"] = ["Problems", "Sql", "Scripts"],
        ["Manifests"] = ["Problems", "Scripts"],
    };

    [Fact]
    public void Namespaces_depend_only_downwards()
    {
        var source = Path.GetFullPath(Path.Combine(Here(), "../../../src/Drawbridge"));
        var offences =
            from folder in MayUse
            from file in Directory.EnumerateFiles(Path.Combine(source, folder.Key), "*.cs", SearchOption.AllDirectories)
            from Match use in UsingDrawbridge().Matches(File.ReadAllText(file))
            let used = use.Groups["folder"].Value
            where used != folder.Key && !folder.Value.Contains(used)
            select $"{Path.GetFileName(file)} uses Drawbridge.{used}";
        offences.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^using Drawbridge\.(?<folder>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex UsingDrawbridge();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
