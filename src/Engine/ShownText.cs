using System.Buffers;
using Drawbridge.Sql;

namespace Drawbridge.Engine;

/// <summary>
/// What a script shows of itself: in a server's message, what is quoted stays only when it stands there already. What is
/// below COPY are rows.
/// </summary>
internal sealed class ShownText(SqlScript script)
{
    /// <summary>Those of the languages in which a server may speak: "a", «a», „a“, »a«, “a”, ‹a›, ‘a’, 「a」.</summary>
    private const string QuoteCharacters = "\"«»„“”‹›‘’‚「」『』";

    /// <summary>What a server writes between two names.</summary>
    private static readonly string[] Links = [" of relation ", " for relation ", " of table ", " for table ", " in table "];

    private readonly string _quoteCharacters = QuoteCharacters;

    /// <summary>The characters between which this server quotes, beyond the usual ones.</summary>
    public string MoreQuotes { init => _quoteCharacters = QuoteCharacters + value; }

    /// <summary>A message without quoted values that the script does not show.</summary>
    public string WithoutQuoted(string message, StringComparison comparison = StringComparison.Ordinal)
    {
        if (HasOnlyNames(message.Split(_quoteCharacters.ToCharArray()), comparison))
        {
            return message;
        }

        // A value may hold quotes itself, so what lies between the first and the last one is taken as a whole.
        var quotes = SearchValues.Create(_quoteCharacters);
        var (first, last) = (message.AsSpan().IndexOfAny(quotes), message.AsSpan().LastIndexOfAny(quotes));
        return first < 0 || (first < last && Holds(message[(first + 1)..last].Trim(), comparison))
            ? message
            : $"{message[..first]}'…'{message[(last + 1)..]}";
    }

    /// <summary>A message that may be put together of anything, without the words that the script does not show.</summary>
    public string WithoutWords(string message) =>
        string.Join(' ', message.Split(' ').Select(word => Holds(word) ? word : "'…'"));

    /// <summary>Whether a text stands in the script, outside of rows.</summary>
    public bool Holds(string value, StringComparison comparison = StringComparison.Ordinal)
    {
        var start = 0;
        foreach (var rows in script.Statements.Select(statement => statement.CopyData).OfType<TextSpan>())
        {
            if (script.Text.AsSpan(start..rows.Offset).Contains(value, comparison))
            {
                return true;
            }

            start = rows.End;
        }

        return script.Text.AsSpan(start).Contains(value, comparison);
    }

    /// <summary>Every second part stands in quotes, and between them is nothing that could be a part of a value.</summary>
    private bool HasOnlyNames(string[] parts, StringComparison comparison) => parts.Length % 2 == 1
        && parts.Index().Skip(1).SkipLast(1).All(part => part.Index % 2 == 1
            ? part.Item.Length > 0 && Holds(part.Item, comparison)
            : Links.Contains(part.Item));
}
