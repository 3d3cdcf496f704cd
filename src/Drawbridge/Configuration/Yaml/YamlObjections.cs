using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Drawbridge.Configuration.Yaml;

/// <summary>Objects to what makes a file say something else than a reviewer sees.</summary>
internal sealed class YamlObjections(ObjectionList objections)
{
    public static FilePlace PlaceOf(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    public void Refuse(YamlException exception) => objections.Add(
        PlaceOf(exception.Start),
        $"The file is not YAML: {exception.Message}",
        "Correct the line, or put the value in quotes.");

    public void RefuseFrom(FilePlace place) =>
        objections.Add(place, "The file is not YAML.", "Correct what follows this place.");

    public void Refuse(DocumentStart second) => objections.Add(
        PlaceOf(second.Start), "The file holds a second document.", "Remove the '---' and what follows.");

    public void Refuse(AnchorAlias alias) => objections.Add(
        PlaceOf(alias.Start),
        $"The alias {ObjectionList.Quote($"*{alias.Value}")} hides what is meant.",
        "Write the value itself.");

    public void RefuseDepth(FilePlace place, int deepest) =>
        objections.Add(place, "The file goes too deep.", $"Nothing in it has more than {deepest} levels.");

    /// <summary>Objects to an anchor and a tag, if a value has them.</summary>
    public void RefuseProperties(NodeEvent node, FilePlace place)
    {
        if (!node.Anchor.IsEmpty)
        {
            objections.Add(
                place,
                $"The anchor {ObjectionList.Quote($"&{node.Anchor.Value}")} is not allowed.",
                "Remove it, and write values out where they are meant.");
        }

        if (!node.Tag.IsEmpty)
        {
            objections.Add(
                place,
                $"The tag {ObjectionList.Quote(node.Tag.IsNonSpecific ? "!" : node.Tag.Value)} is not allowed.",
                "Remove it.");
        }
    }

    /// <summary>The key, when it is one word and no other is the same.</summary>
    public YamlText? UsableKey(YamlNode node, HashSet<string> earlier)
    {
        var (message, remedy) = node switch
        {
            YamlText { Text: "<<", IsPlain: true } =>
                ("The merge key '<<' hides what is meant.", "Write the entries themselves."),
            YamlText key when earlier.Add(key.Text) => (null, ""),
            YamlText key => ($"The key {ObjectionList.Quote(key.Text)} was given before.", "Keep one of them."),
            _ => ("A key must be one word.", "Write 'key: value'."),
        };
        if (message is not null)
        {
            objections.Add(node.Place, message, remedy);
        }

        return message is null ? (YamlText)node : null;
    }
}
