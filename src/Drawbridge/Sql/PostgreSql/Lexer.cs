using System.Buffers;

namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// Cuts text into tokens as PostgreSQL's scan.l and psql's psqlscan.l do, with <c>standard_conforming_strings</c> on.
/// Allocates nothing, passes every character at most twice, and accepts any text.
/// </summary>
internal ref struct Lexer(ReadOnlySpan<char> text, int from = 0)
{
    private static readonly SearchValues<char> Operators = SearchValues.Create("~!@#^&|`?+-*/%<>=");
    private static readonly SearchValues<char> Whitespace = SearchValues.Create(" \t\n\r\f\v");
    private static readonly SearchValues<char> EndsWord = AsciiExcept(
        character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$');
    private static readonly SearchValues<char> EndsTag = AsciiExcept(
        character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private readonly ReadOnlySpan<char> _text = text;
    private int _at = from;
    private bool _unterminated;

    /// <summary>The next token, comments included; false at the end of the text.</summary>
    public bool Next(out Token token)
    {
        if (_at < _text.Length && _text[_at] <= ' ')
        {
            _at = EndOfRun(_at, Whitespace);
        }

        if (_at == _text.Length)
        {
            token = default;
            return false;
        }

        var start = _at;
        _unterminated = false;
        var kind = Scan(_text[start]);
        token = new Token(kind, start, _at, _unterminated);
        return true;
    }

    /// <summary>Goes on at an offset further down.</summary>
    public void Skip(int offset) => _at = offset;

    private TokenKind Scan(char first) => first switch
    {
        'e' or 'E' when Peek(1) == '\'' => EscapeString(),
        'b' or 'B' or 'x' or 'X' when Peek(1) == '\'' => Quoted('\'', 1, TokenKind.String, isDoubled: false),
        'n' or 'N' when Peek(1) == '\'' => Quoted('\'', 1, TokenKind.String),
        'u' or 'U' when Peek(1) == '&' && Peek(2) == '\'' => Quoted('\'', 2, TokenKind.String),
        'u' or 'U' when Peek(1) == '&' && Peek(2) == '"' => Quoted('"', 2, TokenKind.QuotedIdentifier),
        _ when IsWordStart(first) => Word(),
        '\'' => Quoted('\'', 0, TokenKind.String),
        '"' => Quoted('"', 0, TokenKind.QuotedIdentifier),
        '(' => Single(TokenKind.OpenParenthesis),
        ')' => Single(TokenKind.CloseParenthesis),
        ';' => Single(TokenKind.Semicolon),
        '$' => Dollar(),
        '-' when Peek(1) == '-' => ToEndOfLine(TokenKind.LineComment),
        '/' when Peek(1) == '*' => BlockComment(),
        '\\' => ToEndOfLine(TokenKind.PsqlCommand),
        '.' when char.IsAsciiDigit(Peek(1)) => Number(),
        >= '0' and <= '9' => Number(),
        _ when Operators.Contains(first) => Operator(),
        _ => Single(TokenKind.Symbol),
    };

    private TokenKind Single(TokenKind kind)
    {
        _at++;
        return kind;
    }

    private TokenKind Word()
    {
        _at = EndOf(_at + 1, EndsWord);
        return TokenKind.Word;
    }

    private TokenKind ToEndOfLine(TokenKind kind)
    {
        var length = _text[_at..].IndexOfAny('\n', '\r');
        _at = length < 0 ? _text.Length : _at + length;
        return kind;
    }

    /// <summary>
    /// A doubled quote ends one piece and begins the next, so it needs no rule of its own beyond going on. Bit strings
    /// know none.
    /// </summary>
    private TokenKind Quoted(char quote, int prefix, TokenKind kind, bool isDoubled = true)
    {
        _at += prefix;
        do
        {
            var length = _text[(_at + 1)..].IndexOf(quote);
            if (length < 0)
            {
                return Unterminated(kind);
            }

            _at += length + 2;
        }
        while (isDoubled && Peek(0) == quote);
        return kind;
    }

    /// <summary>
    /// In <c>E''</c> a backslash hides the next character, also in what follows on a later line: literals with only
    /// whitespace and a line break between them are one literal.
    /// </summary>
    private TokenKind EscapeString()
    {
        _at += 2;
        while (true)
        {
            var length = _text[_at..].IndexOfAny('\'', '\\');
            if (length < 0 || (_at += length) + 1 == _text.Length && _text[_at] == '\\')
            {
                return Unterminated(TokenKind.String);
            }

            if (_text[_at] == '\\' || Peek(1) == '\'')
            {
                _at += 2;
                continue;
            }

            _at++;
            if (Continuation() is not { } next)
            {
                return TokenKind.String;
            }

            _at = next;
        }
    }

    /// <summary>Where the same literal goes on, behind a quote on a later line; null when it ended.</summary>
    private readonly int? Continuation()
    {
        var at = _at;
        var sawLineBreak = false;
        while (true)
        {
            var gapEnd = EndOfRun(at, Whitespace);
            sawLineBreak |= _text[at..gapEnd].IndexOfAny('\n', '\r') >= 0;
            if (!_text[gapEnd..].StartsWith("--", StringComparison.Ordinal))
            {
                return sawLineBreak && gapEnd < _text.Length && _text[gapEnd] == '\'' ? gapEnd + 1 : null;
            }

            at = EndOfLine(gapEnd);
        }
    }

    private TokenKind Dollar()
    {
        if (char.IsAsciiDigit(Peek(1)))
        {
            _at = EndOfDigits(_at + 1);
            return TrailingJunk(TokenKind.Parameter);
        }

        var tagEnd = IsWordStart(Peek(1)) ? EndOf(_at + 1, EndsTag) : _at + 1;
        if (tagEnd == _text.Length || _text[tagEnd] != '$')
        {
            return Single(TokenKind.Symbol);
        }

        var quote = _text[_at..(tagEnd + 1)];
        var length = _text[(tagEnd + 1)..].IndexOf(quote);
        if (length < 0)
        {
            return Unterminated(TokenKind.DollarString);
        }

        _at = tagEnd + 1 + length + quote.Length;
        return TokenKind.DollarString;
    }

    private TokenKind BlockComment()
    {
        var depth = 0;
        do
        {
            var isOpening = Peek(0) == '/' && Peek(1) == '*';
            var isClosing = Peek(0) == '*' && Peek(1) == '/';
            depth += isOpening ? 1 : isClosing ? -1 : 0;
            _at += isOpening || isClosing ? 2 : 1;
            if (depth == 0)
            {
                return TokenKind.BlockComment;
            }

            var length = _text[_at..].IndexOfAny('*', '/');
            _at = length < 0 ? _text.Length : _at + length;
        }
        while (_at < _text.Length);
        return Unterminated(TokenKind.BlockComment);
    }

    private TokenKind Number()
    {
        _at = EndOfDigits(_at);
        if (Peek(0) == '.' && Peek(1) != '.')
        {
            _at = EndOfDigits(_at + 1);
        }

        var sign = Peek(1) is '+' or '-' ? 1 : 0;
        if (Peek(0) is 'e' or 'E' && char.IsAsciiDigit(Peek(1 + sign)))
        {
            _at = EndOfDigits(_at + 1 + sign);
        }

        return TrailingJunk(TokenKind.Number);
    }

    /// <summary>
    /// <c>0xFF</c>, <c>1_000</c>, and <c>1a</c>, which the server reads as one wrong token since version 15.
    /// </summary>
    private TokenKind TrailingJunk(TokenKind kind)
    {
        if (IsWordStart(Peek(0)))
        {
            Word();
        }

        return kind;
    }

    /// <summary>A comment can begin in the middle of what would be an operator: <c>=--</c>, <c>@/*</c>.</summary>
    private TokenKind Operator()
    {
        var run = _text[_at..EndOfRun(_at, Operators)];
        var end = run.Length;
        for (var at = 1; at + 1 < end; at++)
        {
            if ((run[at], run[at + 1]) is ('-', '-') or ('/', '*'))
            {
                end = at;
            }
        }

        _at += end;
        return TokenKind.Operator;
    }

    private TokenKind Unterminated(TokenKind kind)
    {
        _at = _text.Length;
        _unterminated = true;
        return kind;
    }

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private readonly int EndOf(int offset, SearchValues<char> stop)
    {
        var length = _text[offset..].IndexOfAny(stop);
        return length < 0 ? _text.Length : offset + length;
    }

    private readonly int EndOfRun(int offset, SearchValues<char> members)
    {
        var length = _text[offset..].IndexOfAnyExcept(members);
        return length < 0 ? _text.Length : offset + length;
    }

    private readonly int EndOfDigits(int offset)
    {
        var length = _text[offset..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? _text.Length : offset + length;
    }

    private readonly int EndOfLine(int offset)
    {
        var length = _text[offset..].IndexOfAny('\n', '\r');
        return length < 0 ? _text.Length : offset + length;
    }

    /// <summary>Letters, the underscore, and everything beyond ASCII: a no-break space too.</summary>
    private static bool IsWordStart(char character) => char.IsAsciiLetter(character) || character is '_' or >= '\u0080';

    private static SearchValues<char> AsciiExcept(Func<char, bool> isMember) =>
        SearchValues.Create(
            [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(character => !isMember(character))]);
}
