using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Drawbridge.Configuration.Yaml;

/// <summary>
/// Reads the plain part of YAML: keys, lists and words. Anchors, aliases, merge keys and tags are refused, because a
/// reviewer must see what a file says without computing it.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Deeper than any setting. The parser's time grows with the square of the depth, so it must end there.</summary>
    private const int DeepestLevel = 8;

    private readonly Parser _parser;
    private readonly ObjectionList _objections;
    private int _level;

    private YamlTree(string text, ObjectionList objections)
    {
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _objections = objections;
    }

    private FilePlace Here => _parser.Current is { } token ? PlaceOf(token.Start) : FilePlace.Start;

    /// <summary>The document's value; null when there is none, or nothing can be made of it.</summary>
    public static YamlNode? Read(string text, ObjectionList objections)
    {
        var tree = new YamlTree(text, objections);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException exception)
        {
            objections.Add(PlaceOf(exception.Start), $"The file is not YAML: {exception.Message}", "Correct the line, or put the value in quotes.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // What the parser throws, too, at broken directives, tags and flow mappings.
            objections.Add(tree.Here, "The file is not YAML.", "Correct what follows this place.");
        }

        return null;
    }

    private static FilePlace PlaceOf(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = ReadNode();
        if (root is not null && _parser.TryConsume<DocumentEnd>(out _) && _parser.TryConsume<DocumentStart>(out var second))
        {
            _objections.Add(PlaceOf(second.Start), "The file holds a second document.", "Remove the '---' and what follows.");
        }

        return root;
    }

    /// <summary>The next value; null when it goes too deep to read on.</summary>
    private YamlNode? ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _objections.Add(PlaceOf(alias.Start), $"The alias {ObjectionList.Quote($"*{alias.Value}")} hides what is meant.", "Write the value itself.");
            return new YamlText(PlaceOf(alias.Start), "", IsPlain: true);
        }

        RefuseProperties();
        if (_level == DeepestLevel)
        {
            _objections.Add(Here, "The file goes too deep.", $"Nothing in it has more than {DeepestLevel} levels.");
            return null;
        }

        _level++;
        YamlNode? node = _parser.Accept<MappingStart>(out _) ? ReadMap() : _parser.Accept<SequenceStart>(out _) ? ReadList() : ReadText();
        _level--;
        return node;
    }

    private void RefuseProperties()
    {
        if (_parser.Current is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            _objections.Add(Here, $"The anchor {ObjectionList.Quote($"&{node.Anchor.Value}")} is not allowed.", "Remove it, and write values out where they are meant.");
        }

        if (!node.Tag.IsEmpty)
        {
            _objections.Add(Here, $"The tag {ObjectionList.Quote(node.Tag.IsNonSpecific ? "!" : node.Tag.Value)} is not allowed.", "Remove it.");
        }
    }

    private YamlText ReadText()
    {
        var scalar = _parser.Consume<Scalar>();
        return new YamlText(PlaceOf(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private YamlList? ReadList()
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(PlaceOf(start.Start), items);
    }

    private YamlMap? ReadMap()
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<(YamlText, YamlNode)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode() is not { } key || ReadNode() is not { } value)
            {
                return null;
            }

            if (UsableKey(key, keys) is { } usable)
            {
                entries.Add((usable, value));
            }
        }

        return new YamlMap(PlaceOf(start.Start), entries);
    }

    private YamlText? UsableKey(YamlNode node, HashSet<string> earlier)
    {
        var (message, remedy) = node switch
        {
            YamlText { Text: "<<", IsPlain: true } => ("The merge key '<<' hides what is meant.", "Write the entries themselves."),
            YamlText key when earlier.Add(key.Text) => (null, ""),
            YamlText key => ($"The key {ObjectionList.Quote(key.Text)} was given before.", "Keep one of them."),
            _ => ("A key must be one word.", "Write 'key: value'."),
        };
        if (message is not null)
        {
            _objections.Add(node.Place, message, remedy);
        }

        return message is null ? (YamlText)node : null;
    }
}
