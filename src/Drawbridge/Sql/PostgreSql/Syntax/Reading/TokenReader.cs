namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>
/// Goes forward over the tokens of a part of a script, without its comments. Spans are those of the script.
/// Every method that takes something moves on or answers no; at the end all of them answer no.
/// </summary>
internal sealed class TokenReader
{
    private const int CaseBit = 0x20;

    private Token _token;
    private int _next;
    private int _first;

    public TokenReader(string script, TextSpan span)
    {
        Script = script;
        MoveTo(span);
    }

    public string Script { get; }

    /// <summary>The part that is read.</summary>
    public TextSpan Span { get; private set; }

    public bool IsAtEnd => _token.End == 0;

    public TokenKind? Kind => IsAtEnd ? null : _token.Kind;

    /// <summary>Where the current token stands, or the end.</summary>
    public int Start => IsAtEnd ? Span.End : _token.Start;

    /// <summary>Where the token before the current one ended.</summary>
    public int PreviousEnd { get; private set; }

    public ReadOnlySpan<char> Text => Script.AsSpan(_token.Start, _token.End - _token.Start);

    public TextSpan TokenSpan => new(Start, _token.End - _token.Start);

    public bool IsName => Kind is TokenKind.Word or TokenKind.QuotedIdentifier;

    private (Token Token, int Next, int First, int PreviousEnd) Place
    {
        get => (_token, _next, _first, PreviousEnd);
        set => (_token, _next, _first, PreviousEnd) = value;
    }

    /// <summary>Begins with another part of the script.</summary>
    public void MoveTo(TextSpan span)
    {
        (Span, _token, _next, PreviousEnd) = (span, default, span.Offset, span.Offset);
        Advance();
    }

    public void Advance()
    {
        PreviousEnd = IsAtEnd ? PreviousEnd : _token.End;
        var lexer = new Lexer(Script.AsSpan(0, Span.End), _next);
        while (lexer.Next(out _token) && _token.IsComment)
        {
            // Comments mean nothing here.
        }

        _next = IsAtEnd ? Span.End : _token.End;
        _first = IsAtEnd ? -1 : Script[_token.Start] | CaseBit;
    }

    /// <summary>The current token is this keyword or symbol; keywords in any case.</summary>
    public bool Is(string word) =>
        (word[0] | CaseBit) == _first && word.Length == _token.End - _token.Start && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes these keywords or symbols when all of them follow.</summary>
    public bool Take(params ReadOnlySpan<string> words)
    {
        if (!Is(words[0]))
        {
            return false;
        }

        var start = Place;
        foreach (var word in words)
        {
            if (!Is(word))
            {
                Place = start;
                return false;
            }

            Advance();
        }

        return true;
    }

    /// <summary>Whether these keywords or symbols follow.</summary>
    public bool Sees(params ReadOnlySpan<string> words)
    {
        var start = Place;
        var sees = Take(words);
        Place = start;
        return sees;
    }

    /// <summary>Passes one of these keywords.</summary>
    public bool TakeAny(params ReadOnlySpan<string> words)
    {
        var found = IsAny(words);
        if (found)
        {
            Advance();
        }

        return found;
    }

    /// <summary>Passes these keywords when all of them follow; where they stood.</summary>
    public TextSpan? TakeSpan(params ReadOnlySpan<string> words)
    {
        var start = Start;
        return Take(words) ? SpanFrom(start) : null;
    }

    /// <summary>Passes one token, or everything to the partner of an opening parenthesis or bracket.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            depth += Kind == TokenKind.OpenParenthesis || Is("[") ? 1
                : Kind == TokenKind.CloseParenthesis || Is("]") ? -1
                : 0;
            Advance();
        }
        while (depth > 0 && !IsAtEnd);
    }

    /// <summary>Passes everything up to one of these words or symbols outside of parentheses; false when none comes.</summary>
    public bool SkipTo(params ReadOnlySpan<string> words)
    {
        while (!IsAtEnd && !IsAny(words))
        {
            if (Is("."))
            {
                // Behind a dot every word is a name.
                Advance();
            }

            Skip();
        }

        return !IsAtEnd;
    }

    /// <summary>From an offset to the end of the last token that was passed.</summary>
    public TextSpan SpanFrom(int start) => new(start, Math.Max(0, PreviousEnd - start));
}
