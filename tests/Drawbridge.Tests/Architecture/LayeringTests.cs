using Drawbridge.Tests.Shared;

namespace Drawbridge.Tests.Architecture;

/// <summary>
/// Dependencies point down: hosts → engine and bucket → the shared library. Each part is held twice, by what its
/// project refers to and by what its files name, because references are passed on from project to project.
/// </summary>
public sealed class LayeringTests
{
    /// <summary>Each part with the parts that it may use.</summary>
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["src/Drawbridge"] = [],
        ["src/Engine"] = ["src/Drawbridge"],
        ["src/Bucket"] = ["src/Drawbridge"],
        ["src/Function"] = ["src/Bucket", "src/Drawbridge", "src/Engine"],
        ["src/Action"] = ["src/Bucket", "src/Drawbridge", "src/Engine"],
    };

    /// <summary>By which namespaces a part's files are known; the shared library's are its folders'.</summary>
    private static readonly Dictionary<string, string> OwnerOf = new()
    {
        ["Drawbridge.Engine"] = "src/Engine",
        ["Drawbridge.Bucket"] = "src/Bucket",
        ["Drawbridge.LambdaFunction"] = "src/Function",
        ["Drawbridge.GitHubAction"] = "src/Action",
        ["Drawbridge.LocalAws"] = "tools/LocalAws",
        ["Drawbridge.LocalEnvironment"] = "tools/LocalEnvironment",
        ["Drawbridge.Chaos"] = "tools/Chaos",
        ["Drawbridge.Demo"] = "tools/Demo",
        ["Drawbridge.Tests"] = "tests",
    };

    /// <summary>The shared library's folders, each with those that it may use.</summary>
    private static readonly Dictionary<string, string[]> SharedFolders = new()
    {
        ["Problems"] = [],
        ["Sql"] = [],
        ["Scripts"] = ["Problems", "Sql"],
        ["Manifests"] = ["Problems", "Scripts"],
        ["Configuration"] = ["Scripts", "Manifests"],
        ["Rules"] = ["Problems", "Sql", "Scripts", "Configuration"],
    };

    public static TheoryData<string> PartNames => [.. Parts.Keys];

    public static TheoryData<string> SharedFolderNames => [.. SharedFolders.Keys];

    [Fact]
    public void Every_project_and_every_shared_folder_has_its_place()
    {
        Folders("src").Select(name => $"src/{name}").ShouldBe(Parts.Keys, ignoreOrder: true);
        Folders("src/Drawbridge").ShouldBe(SharedFolders.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(PartNames))]
    public void Projects_refer_only_downwards(string part) =>
        new SourceFolder(part).References.Where(reference => reference.Contains('/'))
            .Except(Parts[part])
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(PartNames))]
    public void Files_name_only_what_is_below_them(string part) => Offences(
        new SourceFolder(part), name => OwnerOf.TryGetValue(Head(name), out var owner) && owner != part && !Parts[part].Contains(owner));

    [Theory]
    [MemberData(nameof(SharedFolderNames))]
    public void Shared_folders_use_only_what_is_below_them(string folder) => Offences(
        new SourceFolder($"src/Drawbridge/{folder}"),
        name => SharedFolders.ContainsKey(Second(name)) && Second(name) != folder && !SharedFolders[folder].Contains(Second(name)));

    [Fact]
    public void Engine_knows_neither_AWS_nor_the_rules()
    {
        new SourceFolder("src/Engine").References.Where(IsOfAws).ShouldBeEmpty();
        Offences(new SourceFolder("src/Engine"), name => IsOfAws(name) || Head(name) == "Drawbridge.Rules");
    }

    [Fact]
    public void Bucket_knows_no_database()
    {
        new SourceFolder("src/Bucket").References.ShouldNotContain("Npgsql");
        Offences(new SourceFolder("src/Bucket"), name => name.StartsWith("Npgsql", StringComparison.Ordinal));
    }

    [Fact]
    public void Shared_library_knows_neither_AWS_nor_a_database() =>
        Offences(new SourceFolder("src/Drawbridge"), name => !name.StartsWith("Drawbridge.", StringComparison.Ordinal));

    [Fact]
    public void LocalAws_knows_nothing_of_the_product() =>
        new SourceFolder("tools/LocalAws").References.Where(reference => reference.Contains('/')).ShouldBeEmpty();

    private static void Offences(SourceFolder folder, Func<string, bool> isForbidden) => folder.Namespaces
        .Where(use => isForbidden(use.Namespace))
        .Select(use => $"{use.File} names {use.Namespace}")
        .ShouldBeEmpty();

    private static IEnumerable<string> Folders(string path) =>
        Directory.EnumerateDirectories(Repository.PathOf(path)).Select(folder => Path.GetFileName(folder));

    private static bool IsOfAws(string name) =>
        name.StartsWith("Amazon.", StringComparison.Ordinal) || name.StartsWith("AWSSDK.", StringComparison.Ordinal);

    /// <summary>The first two words of a name, which tell whose it is.</summary>
    private static string Head(string name) => string.Join('.', name.Split('.').Take(2));

    private static string Second(string name) => name.Split('.')[1];
}
