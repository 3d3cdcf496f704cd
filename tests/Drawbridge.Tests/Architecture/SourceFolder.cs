using System.Text.RegularExpressions;
using System.Xml.Linq;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Tests.Architecture;

/// <summary>A folder of the repository's sources, as text: no test project may refer to all of them at once.</summary>
/// <param name="Path">From the repository's root.</param>
internal sealed partial record SourceFolder(string Path)
{
    /// <summary>Each namespace that a file names, in a using or in full, with the file's name.</summary>
    public IEnumerable<(string File, string Namespace)> Namespaces =>
        from file in Directory.EnumerateFiles(Repository.PathOf(Path), "*.cs", SearchOption.AllDirectories)
        from Match name in QualifiedName().Matches(Comment().Replace(File.ReadAllText(file), ""))
        select (System.IO.Path.GetFileName(file), name.Value);

    /// <summary>
    /// What the folder's projects refer to, by include: projects by their folder, packages by their name.
    /// </summary>
    public IEnumerable<string> References =>
        from file in Directory.EnumerateFiles(Repository.PathOf(Path), "*.csproj", SearchOption.AllDirectories)
        from item in XDocument.Load(file).Descendants()
        where item.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal)
        let include = item.Attribute("Include")!.Value
        select item.Name.LocalName == "ProjectReference" ? FolderOf(file, include) : include;

    private static string FolderOf(string project, string reference)
    {
        var target = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(project)!, reference);
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(target))!;
        return System.IO.Path.GetRelativePath(Repository.Root, folder).Replace('\\', '/');
    }

    [GeneratedRegex(@"\b(Drawbridge|Amazon|Npgsql)(\.[A-Z]\w*)+", RegexOptions.ExplicitCapture)]
    private static partial Regex QualifiedName();

    [GeneratedRegex("^\\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
