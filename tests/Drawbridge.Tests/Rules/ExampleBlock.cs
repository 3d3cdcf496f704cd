using System.Text;
using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

/// <summary>
/// One fenced example: <c>sql</c> is one new script, or several with the line <c>-- next script</c> between them;
/// <c>tree</c> lists files below the migrations folder, each with <c>merged</c>, <c>new</c>, <c>changed</c> or
/// <c>removed</c> in front of it; <c>yaml</c> is a new <c>drawbridge.yml</c>.
/// </summary>
internal sealed record ExampleBlock(string Language, IReadOnlyList<string> Lines)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private const string Database = "projectdb";

    /// <summary>Begins a <c>sql</c> block that is checked with these settings.</summary>
    private const string Configured = "-- drawbridge.yml: ";

    public ChangeSet ToChangeSet()
    {
        if (Language == "sql")
        {
            var settings = SettingsReader.Read(Encoding.UTF8.GetBytes(Lines[0].StartsWith(Configured, StringComparison.Ordinal) ? Lines[0][Configured.Length..] : ""));
            return new ChangeSet([.. Scripts(settings.EngineOf(Database))], [], Now) { Settings = settings, BaseSettings = settings };
        }

        if (Language == "yaml")
        {
            var settings = SettingsReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', Lines)));
            return new ChangeSet([File(ProjectSettings.FileName)], [], Now) { Settings = settings };
        }

        Language.ShouldBe("tree");
        var (head, merged) = (new Dictionary<string, MigrationFile>(), new Dictionary<string, MigrationFile>());
        foreach (var line in Lines)
        {
            var (word, rest) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            Enter(word, rest, head, merged);
        }

        return new ChangeSet([.. head.Values], [.. merged.Values], Now)
        {
            Settings = SettingsIn(["merged", "new", "changed", "removed"]),
            BaseSettings = SettingsIn(["merged"]),
        };
    }

    /// <summary>What the last line about drawbridge.yml says in its parentheses.</summary>
    private ProjectSettings SettingsIn(string[] words)
    {
        var lines = Lines.Where(line => words.Any(word => line.StartsWith($"{word} {ProjectSettings.FileName}", StringComparison.Ordinal)));
        return SettingsReader.Read(Encoding.UTF8.GetBytes(Note(lines.LastOrDefault() ?? "")));
    }

    private IEnumerable<MigrationFile> Scripts(DatabaseEngine engine) => string.Join('\n', Lines).Split("-- next script\n")
        .Select((text, index) => File($"{Database}/{index + 1}_example.sql", engine: engine).Holding(Encoding.UTF8.GetBytes(text)));

    private static void Enter(string word, string rest, Dictionary<string, MigrationFile> head, Dictionary<string, MigrationFile> merged)
    {
        var file = Read(rest);
        switch (word)
        {
            case "merged":
                merged.Add(file.Path, file);
                head.Add(file.Path, file);
                break;
            case "new":
                merged.ShouldNotContainKey(file.Path);
                head.Add(file.Path, file);
                break;
            case "changed":
                head[file.Path].ShouldNotBeNull();
                head[file.Path] = file.IsScript ? file.Holding(Encoding.UTF8.GetBytes($"{Comment(rest)}SELECT 'something else';\n")) : file;
                break;
            default:
                word.ShouldBe("removed");
                head.Remove(file.Path).ShouldBeTrue();
                break;
        }
    }

    /// <summary>
    /// A path, and in parentheses what is special about it. Equal kinds of scripts hold unequal texts.
    /// </summary>
    private static MigrationFile Read(string text)
    {
        var note = Note(text);
        var path = note.Length == 0 ? text : text[..text.IndexOf(" (", StringComparison.Ordinal)];
        return note switch
        {
            _ when path == ProjectSettings.FileName => File(path),
            _ when Comment(text) is { Length: > 0 } comment => File(path).Holding(Encoding.UTF8.GetBytes($"{comment}SELECT '{path}';\n")),
            "" => File(path).IsScript ? File(path).Holding(Encoding.UTF8.GetBytes($"SELECT '{path}';\n")) : File(path),
            "symlink" => File(path, FileKind.Symlink),
            "submodule" => File(path, FileKind.Submodule),
            "empty" => File(path).Holding(""u8),
            "17 MiB" => File(path).TooLarge(17 * 1024 * 1024),
            "not UTF-8" => File(path).Holding([(byte)'\n', 0xE9, (byte)'\n']),
            "NUL" => File(path).Holding("SELECT\n'\0';"u8),
            _ => throw new FormatException($"'{note}' is not known."),
        };
    }

    private static string Note(string text) => text.EndsWith(')') ? text[(text.IndexOf(" (", StringComparison.Ordinal) + 2)..^1] : "";

    /// <summary>A note that is a comment begins its script.</summary>
    private static string Comment(string text) => Note(text).StartsWith("--", StringComparison.Ordinal) ? Note(text) + "\n" : "";

    private static MigrationFile File(string path, FileKind kind = FileKind.File, DatabaseEngine engine = DatabaseEngine.PostgreSql) =>
        new(new MigrationPath("migrations", path), kind, engine);
}
