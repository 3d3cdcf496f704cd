using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Drawbridge.Configuration.Yaml;

/// <summary>
/// Reads the plain part of YAML: keys, lists and words. Anchors, aliases, merge keys and tags are refused, because a
/// reviewer must see what a file says without computing it.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>
    /// Deeper than any setting. The parser's time grows with the square of the depth, so it must end there.
    /// </summary>
    private const int DeepestLevel = 8;

    private readonly Parser _parser;
    private readonly YamlObjections _objections;
    private int _level;

    private YamlTree(string text, ObjectionList objections)
    {
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _objections = new YamlObjections(objections);
    }

    private FilePlace Here => _parser.Current is { } token ? YamlObjections.PlaceOf(token.Start) : FilePlace.Start;

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
            tree._objections.Refuse(exception);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // What the parser throws, too, at broken directives, tags and flow mappings.
            tree._objections.RefuseFrom(tree.Here);
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = ReadNode();
        var isWhole = root is not null && _parser.TryConsume<DocumentEnd>(out _);
        if (isWhole && _parser.TryConsume<DocumentStart>(out var second))
        {
            _objections.Refuse(second);
        }

        return root;
    }

    /// <summary>The next value; null when it goes too deep to read on.</summary>
    private YamlNode? ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _objections.Refuse(alias);
            return new YamlText(YamlObjections.PlaceOf(alias.Start), "", IsPlain: true);
        }

        if (_parser.Current is NodeEvent node)
        {
            _objections.RefuseProperties(node, Here);
        }

        if (_level == DeepestLevel)
        {
            _objections.RefuseDepth(Here, DeepestLevel);
            return null;
        }

        _level++;
        var value = ReadValue();
        _level--;
        return value;
    }

    private YamlNode? ReadValue() =>
        _parser.Accept<MappingStart>(out _) ? ReadMap()
        : _parser.Accept<SequenceStart>(out _) ? ReadList()
        : ReadText();

    private YamlText ReadText()
    {
        var scalar = _parser.Consume<Scalar>();
        return new YamlText(YamlObjections.PlaceOf(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
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

        return new YamlList(YamlObjections.PlaceOf(start.Start), items);
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

            if (_objections.UsableKey(key, keys) is { } usable)
            {
                entries.Add((usable, value));
            }
        }

        return new YamlMap(YamlObjections.PlaceOf(start.Start), entries);
    }
}
