namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// Follows <c>CREATE [OR REPLACE] FUNCTION|PROCEDURE … BEGIN ATOMIC … END</c>, whose semicolons end no statement. Like
/// psql, but surer: only <c>ATOMIC</c> right behind <c>BEGIN</c> opens a body, and only an <c>END</c> that stands where
/// a statement could begin closes it. That of a CASE never does, nor does a column called <c>end</c>.
/// </summary>
internal struct AtomicBody
{
    private Behind _behind;
    private int _beginsAt;
    private int _depth;

    private enum Behind { Nothing, Create, CreateOr, CreateOrReplace, Routine, RoutineBegin, SomethingElse }

    /// <summary>Its <c>BEGIN ATOMIC</c> was seen, and its <c>END</c> not yet.</summary>
    public readonly bool IsOpen => _depth > 0;

    /// <summary>Where <c>BEGIN</c> stands, while the body is open.</summary>
    public readonly int BeginsAt => _beginsAt;

    /// <summary>Takes the next token of the statement outside of parentheses.</summary>
    public void Observe(Token token, ReadOnlySpan<char> text)
    {
        if (token.Kind == TokenKind.Semicolon)
        {
            _behind = Behind.Nothing;
        }
        else if (_behind != Behind.SomethingElse)
        {
            _behind = Next(text[token.Start..token.End]);
            _beginsAt = _behind == Behind.RoutineBegin && !IsOpen ? token.Start : _beginsAt;
        }
    }

    private Behind Next(ReadOnlySpan<char> word)
    {
        switch (_behind)
        {
            case Behind.Nothing when IsOpen && Is(word, "end"):
                _depth--;
                return Behind.SomethingElse;
            case Behind.RoutineBegin when Is(word, "atomic"):
                _depth++;
                return Behind.Nothing;
            case Behind.Routine or Behind.RoutineBegin:
                return Is(word, "begin") ? Behind.RoutineBegin : Behind.Routine;
            default:
                return Head(word);
        }
    }

    private readonly Behind Head(ReadOnlySpan<char> word) => _behind switch
    {
        Behind.Nothing when Is(word, "create") => Behind.Create,
        Behind.Create when Is(word, "or") => Behind.CreateOr,
        Behind.CreateOr when Is(word, "replace") => Behind.CreateOrReplace,
        Behind.Create or Behind.CreateOrReplace when Is(word, "function") || Is(word, "procedure") => Behind.Routine,
        _ => Behind.SomethingElse,
    };

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> keyword) =>
        word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
