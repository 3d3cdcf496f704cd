namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// Follows <c>CREATE [OR REPLACE] FUNCTION|PROCEDURE … BEGIN ATOMIC … END</c>, whose semicolons end no statement. Like
/// psql, but surer: only <c>ATOMIC</c> right behind <c>BEGIN</c> opens a body, and a column called <c>case</c> or
/// <c>end</c> stays a column.
/// </summary>
internal struct AtomicBody
{
    private Head _head;
    private Before _before;
    private int _beginsAt;
    private int _depth;

    private enum Head { Nothing, Create, CreateOr, CreateOrReplace, Routine, SomethingElse }

    private enum Before { Anything, Begin, NameFollows }

    public readonly bool IsOpen => _depth > 0;

    /// <summary>Where <c>BEGIN</c> stands, while the body is open.</summary>
    public readonly int BeginsAt => _beginsAt;

    /// <summary>Takes the next token of the statement outside of parentheses.</summary>
    public void Observe(Token token, ReadOnlySpan<char> text)
    {
        if (_head == Head.Routine)
        {
            ObserveRoutine(token, text[token.Start..token.End]);
        }
        else if (_head != Head.SomethingElse && token.Kind == TokenKind.Word)
        {
            _head = Next(text[token.Start..token.End]);
        }
    }

    private readonly Head Next(ReadOnlySpan<char> word) => _head switch
    {
        Head.Nothing when Is(word, "create") => Head.Create,
        Head.Create when Is(word, "or") => Head.CreateOr,
        Head.CreateOr when Is(word, "replace") => Head.CreateOrReplace,
        Head.Create or Head.CreateOrReplace when Is(word, "function") || Is(word, "procedure") => Head.Routine,
        _ => Head.SomethingElse,
    };

    private void ObserveRoutine(Token token, ReadOnlySpan<char> word)
    {
        var before = _before;
        _before = Before.Anything;
        if (before == Before.NameFollows)
        {
            return;
        }

        if (word is "." || Is(word, "as"))
        {
            _before = Before.NameFollows;
        }
        else if (_depth > 0)
        {
            _depth += Is(word, "case") ? 1 : Is(word, "end") ? -1 : 0;
        }
        else if (Is(word, "begin"))
        {
            _before = Before.Begin;
            _beginsAt = token.Start;
        }
        else if (before == Before.Begin && Is(word, "atomic"))
        {
            _depth = 1;
        }
    }

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> keyword) =>
        word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
