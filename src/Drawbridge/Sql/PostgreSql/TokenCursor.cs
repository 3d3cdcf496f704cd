using System.Buffers;

namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// Walks over the tokens of one statement without its comments. Copying it marks a place to return to.
/// </summary>
internal ref struct TokenCursor
{
    private readonly ReadOnlySpan<char> _text;
    private Lexer _lexer;
    private Token _token;

    public TokenCursor(ReadOnlySpan<char> text)
    {
        _text = text;
        _lexer = new Lexer(text);
        Advance();
    }

    public bool IsAtEnd { get; private set; }

    public readonly TokenKind? Kind => IsAtEnd ? null : _token.Kind;

    public readonly ReadOnlySpan<char> Text => IsAtEnd ? [] : _text[_token.Start.._token.End];

    public void Advance()
    {
        do
        {
            IsAtEnd = !_lexer.Next(out _token);
        }
        while (!IsAtEnd && _token.IsComment);
    }

    /// <summary>The current token is this keyword, symbol or literal, in any case.</summary>
    public readonly bool Is(ReadOnlySpan<char> word) => Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The current token names this, with quotes or without.</summary>
    public readonly bool Names(ReadOnlySpan<char> name) =>
        Is(name) || Kind == TokenKind.QuotedIdentifier && Text[1..].TrimEnd('"').SequenceEqual(name);

    /// <summary>
    /// Whether one of these keywords may stand somewhere ahead, be it in a comment: most often none does, and to know that
    /// is far cheaper than to go there token by token.
    /// </summary>
    public readonly bool MayCome(SearchValues<string> words) => _text[_token.Start..].ContainsAny(words);

    /// <summary>Passes one token, or everything to the partner of an opening parenthesis.</summary>
    public void AdvanceOverGroup()
    {
        var depth = 0;
        do
        {
            depth += Kind switch { TokenKind.OpenParenthesis => 1, TokenKind.CloseParenthesis => -1, _ => 0 };
            Advance();
        }
        while (depth > 0 && !IsAtEnd);
    }

    /// <summary>Passes a name, with its schema if it has one.</summary>
    public bool AdvanceOverName()
    {
        while (Kind is TokenKind.Word or TokenKind.QuotedIdentifier)
        {
            Advance();
            if (!Is("."))
            {
                return true;
            }

            Advance();
        }

        return false;
    }
}
