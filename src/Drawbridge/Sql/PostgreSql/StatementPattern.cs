using System.Buffers;

namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// The beginning of a statement, written as documentation writes it:
/// <c>WORD</c> a keyword or symbol, <c>A|B</c> either, <c>[A]</c> may be there, <c>name</c> (lower case) an identifier
/// also in quotes, <c>&lt;name&gt;</c> any name, <c>[(…)]</c> a list in parentheses that may be there, <c>…</c>
/// anything up to what follows it without leaving the parentheses, <c>end</c> nothing more.
/// </summary>
internal sealed class StatementPattern
{
    private const string Gap = "…";

    private readonly string[][] _elements;
    private readonly bool[] _isOptional;
    private readonly SearchValues<string>?[] _behindGap;

    public StatementPattern(string text)
    {
        var elements = text.Split(' ');
        _elements = [.. elements.Select(Alternatives)];
        _isOptional = [.. elements.Select(element => element.StartsWith('['))];
        _behindGap = [.. elements.Skip(1).Select((_, before) => elements[before] == Gap ? Anywhere(_elements[before + 1]) : null)];
    }

    /// <summary>The keyword that a statement of this form starts with.</summary>
    public string FirstWord => _elements[0][0];

    /// <summary>
    /// Whether the statement begins like this. Behind a gap the leftmost match is as good as any, so only the last gap
    /// is ever returned to, and the time stays linear.
    /// </summary>
    public bool Matches(TokenCursor statement)
    {
        var cursor = statement;
        var afterGap = -1;
        for (var element = 0; element < _elements.Length;)
        {
            if (_elements[element][0] == Gap)
            {
                if (!cursor.MayCome(_behindGap[element]!))
                {
                    return false;
                }

                afterGap = ++element;
                statement = cursor;
            }
            else if (MatchesElement(element, ref cursor) || _isOptional[element])
            {
                element++;
            }
            else if (afterGap < 0 || statement.IsAtEnd || statement.Kind == TokenKind.CloseParenthesis)
            {
                return false;
            }
            else
            {
                statement.AdvanceOverGroup();
                cursor = statement;
                element = afterGap;
            }
        }

        return true;
    }

    private bool MatchesElement(int element, ref TokenCursor cursor)
    {
        foreach (var alternative in _elements[element])
        {
            switch (alternative)
            {
                case "end":
                    return cursor.IsAtEnd;
                case "<name>":
                    return cursor.AdvanceOverName();
                case "(…)" when cursor.Kind == TokenKind.OpenParenthesis:
                    cursor.AdvanceOverGroup();
                    return true;
                case var word when char.IsAsciiLetterLower(word[0]) ? cursor.Names(word) : cursor.Is(word):
                    cursor.Advance();
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private static SearchValues<string> Anywhere(string[] words) =>
        SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private static string[] Alternatives(string element) => element.TrimStart('[').TrimEnd(']').Split('|');
}
