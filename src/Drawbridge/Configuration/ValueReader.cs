using System.Globalization;
using Drawbridge.Configuration.Yaml;

namespace Drawbridge.Configuration;

/// <summary>Takes values of an expected form, and objects to every other.</summary>
internal sealed class ValueReader(ObjectionList objections)
{
    /// <summary>The entries of a value that must be keys with values, or nothing.</summary>
    public IEnumerable<(YamlText Key, YamlNode Value)> Entries(YamlNode node, string what)
    {
        switch (node)
        {
            case YamlMap map:
                return map.Entries;
            case YamlText { IsNothing: true }:
                return [];
            default:
                Refuse(node, $"{what} must be keys with values.", "Write 'key: value', one a line.");
                return [];
        }
    }

    /// <summary>The same where only some keys mean anything.</summary>
    public IEnumerable<(YamlText Key, YamlNode Value)> Entries(
        YamlNode node, string what, IReadOnlyCollection<string> known)
    {
        foreach (var entry in Entries(node, what))
        {
            if (known.Contains(entry.Key.Text))
            {
                yield return entry;
            }
            else
            {
                Refuse(
                    entry.Key,
                    $"The key {ObjectionList.Quote(entry.Key.Text)} is not known in {what}.",
                    Spelling.Proposal(entry.Key.Text, known));
            }
        }
    }

    /// <summary>The items of a value that must be a list, or nothing.</summary>
    public IEnumerable<YamlNode> Items(YamlNode node, string what)
    {
        switch (node)
        {
            case YamlList list:
                return list.Items;
            case YamlText { IsNothing: true }:
                return [];
            default:
                Refuse(node, $"{what} must be a list.", "Begin each item with '- ', one a line.");
                return [];
        }
    }

    /// <summary>Some words; null when there are none.</summary>
    public string? Text(YamlNode node, string what)
    {
        if (node is YamlText { IsNothing: false } text && !string.IsNullOrWhiteSpace(text.Text))
        {
            return text.Text.Trim();
        }

        Refuse(node, $"{what} must be some words.", "Write them behind the colon.");
        return null;
    }

    /// <summary>One of a few words; null when it is none of them.</summary>
    public T? Word<T>(YamlNode node, string what, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (node is YamlText text && words.TryGetValue(text.Text, out var value))
        {
            return value;
        }

        var written = node is YamlText { IsNothing: false } wrong
            ? $"{what} can't be {ObjectionList.Quote(wrong.Text)}."
            : $"{what} must be one word.";
        Refuse(node, written, $"Write one of: {string.Join(", ", words.Keys)}.");
        return null;
    }

    /// <summary>A whole number within bounds; null when it is none.</summary>
    public int? Number(YamlNode node, string what, (int Least, int Most) bounds)
    {
        if (node is YamlText { IsPlain: true } text
            && int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= bounds.Least
            && number <= bounds.Most)
        {
            return number;
        }

        Refuse(
            node,
            $"{what} must be a whole number from {bounds.Least} to {bounds.Most}.",
            "Write it without quotes.");
        return null;
    }

    /// <summary>Objects to a value.</summary>
    public void Refuse(YamlNode node, string message, string remedy) => objections.Add(node.Place, message, remedy);
}
