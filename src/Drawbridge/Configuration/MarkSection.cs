using Drawbridge.Configuration.Yaml;
using Drawbridge.Manifests;

namespace Drawbridge.Configuration;

/// <summary>Takes what <c>drawbridge.yml</c> marks.</summary>
internal sealed class MarkSection(ValueReader values)
{
    private const string What = "An entry of 'marked'";

    private static readonly string[] Keys = ["path", "as", "reason"];

    private static readonly Dictionary<string, MarkedAs> Words = new()
    {
        ["done"] = MarkedAs.Done,
        ["run-again"] = MarkedAs.RunAgain,
    };

    public IReadOnlyList<ScriptMark> Read(YamlNode node)
    {
        var marks = new List<ScriptMark>();
        foreach (var item in values.Items(node, "'marked'"))
        {
            if (Mark(item) is { } mark)
            {
                Add(mark, item, marks);
            }
        }

        return marks;
    }

    private void Add(ScriptMark mark, YamlNode item, List<ScriptMark> marks)
    {
        if (marks.Exists(other => other.Path == mark.Path))
        {
            values.Refuse(item, $"The script {ObjectionList.Quote(mark.Path)} is marked twice.", "Keep the entry that is true.");
        }
        else
        {
            marks.Add(mark);
        }
    }

    private ScriptMark? Mark(YamlNode node)
    {
        var entries = values.Entries(node, What, Keys).ToDictionary(entry => entry.Key.Text, entry => entry.Value);
        if (!Array.TrueForAll(Keys, entries.ContainsKey))
        {
            values.Refuse(
                node,
                $"{What} needs a 'path', an 'as' and a 'reason'.",
                "Say which script, from the migrations folder, whether it is 'done' or to 'run-again', and why.");
            return null;
        }

        var path = values.Text(entries["path"], "'path'");
        var word = values.Word(entries["as"], "'as'", Words);
        var reason = Reason(entries["reason"]);
        return path is null || word is null || reason is null
            ? null
            : new ScriptMark(path, word.Value, reason, node.Place);
    }

    /// <summary>History keeps it as one line.</summary>
    private string? Reason(YamlNode node)
    {
        var words = values.Text(node, "'reason'")?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var reason = words is null ? null : string.Join(' ', words);
        if (reason?.Length > ReleaseMark.LongestReason || reason?.Any(char.IsControl) == true)
        {
            values.Refuse(node, $"'reason' must be at most {ReleaseMark.LongestReason} visible characters.", "Shorten it.");
            return null;
        }

        return reason;
    }
}
