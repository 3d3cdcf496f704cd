using Drawbridge.Configuration.Yaml;
using Drawbridge.Scripts;

namespace Drawbridge.Configuration;

/// <summary>Takes the whole of <c>drawbridge.yml</c>.</summary>
internal sealed class SettingsSection(ValueReader values)
{
    private const string What = "drawbridge.yml";

    private readonly DatabaseSection _database = new(values);

    /// <summary>The keys that mean something.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["engine", "server-version", "rules", "databases", "ignored-paths", "acknowledged", "marked"];

    public ProjectSettings Read(YamlNode root)
    {
        var settings = ProjectSettings.Default;
        foreach (var (key, value) in values.Entries(root, What, Keys))
        {
            settings = key.Text switch
            {
                "engine" => settings with { Engine = _database.Engine(value) ?? settings.Engine },
                "server-version" => _database.ServerVersion(value) is { } version
                    ? settings with { ServerVersion = version }
                    : settings,
                "rules" => settings with { Rules = _database.Rules(value) },
                "databases" => settings with { Databases = Databases(value) },
                "ignored-paths" => settings with { IgnoredPaths = [.. Read(value, "'ignored-paths'", Pattern)] },
                "marked" => settings with { Marked = new MarkSection(values).Read(value) },
                _ => settings with { Acknowledged = [.. Read(value, "'acknowledged'", Acknowledged)] },
            };
        }

        return settings;
    }

    private IEnumerable<T> Read<T>(YamlNode list, string what, Func<YamlNode, T?> read)
        where T : class =>
        values.Items(list, what).Select(read).OfType<T>();

    private Dictionary<string, DatabaseSettings> Databases(YamlNode node)
    {
        var databases = new Dictionary<string, DatabaseSettings>(StringComparer.Ordinal);
        foreach (var (key, value) in values.Entries(node, "'databases'"))
        {
            if (DatabaseName.IsValid(key.Text))
            {
                databases.Add(key.Text, _database.Read(key, value));
            }
            else
            {
                values.Refuse(
                    key,
                    $"{ObjectionList.Quote(key.Text)} can't be the name of a database.",
                    "Write the name of a folder of the migrations.");
            }
        }

        return databases;
    }

    private PathPattern? Pattern(YamlNode node)
    {
        var text = values.Text(node, "A pattern of 'ignored-paths'");
        var pattern = text is null ? null : PathPattern.TryParse(text);
        if (text is not null && pattern is null)
        {
            values.Refuse(
                node,
                $"{ObjectionList.Quote(text)} is no pattern for paths.",
                "Write a path from the migrations folder, with '*' within a name and '**' for any folders: "
                    + "'projectdb/notes/**'.");
        }

        return pattern;
    }

    private Acknowledgement? Acknowledged(YamlNode node)
    {
        var entries = values.Entries(node, "An entry of 'acknowledged'", ["path", "reason"])
            .ToDictionary(entry => entry.Key.Text, entry => entry.Value);
        if (entries.TryGetValue("path", out var path) && entries.TryGetValue("reason", out var reason))
        {
            return values.Text(path, "'path'") is { } script && values.Text(reason, "'reason'") is { } words
                ? new Acknowledgement(script, words, node.Place)
                : null;
        }

        values.Refuse(
            node,
            "An entry of 'acknowledged' needs a 'path' and a 'reason'.",
            "Say which script may go, from the migrations folder, and why.");
        return null;
    }
}
