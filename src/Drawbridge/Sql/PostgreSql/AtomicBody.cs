namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// Follows <c>CREATE [OR REPLACE] FUNCTION|PROCEDURE … BEGIN ATOMIC … END</c>, whose semicolons end no statement. Like
/// psql, but surer: only <c>ATOMIC</c> right behind <c>BEGIN</c> opens a body, and only an <c>END</c> that begins a
/// statement closes it. That of a CASE never does, nor does a column called <c>end</c>.
/// </summary>
internal struct AtomicBody
{
    private Head _head;
    private Before _before;
    private int _beginsAt;

    private enum Head { Nothing, Create, CreateOr, CreateOrReplace, Routine, SomethingElse }

    private enum Before { Anything, Begin, WholeStatement }

    /// <summary>Its <c>BEGIN ATOMIC</c> was seen, and its <c>END</c> not yet.</summary>
    public bool IsOpen { get; private set; }

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
        if (IsOpen)
        {
            IsOpen = before != Before.WholeStatement || !Is(word, "end");
            _before = token.Kind == TokenKind.Semicolon ? Before.WholeStatement : Before.Anything;
        }
        else if (before == Before.Begin && Is(word, "atomic"))
        {
            IsOpen = true;
            _before = Before.WholeStatement;
        }
        else if (Is(word, "begin"))
        {
            _before = Before.Begin;
            _beginsAt = token.Start;
        }
    }

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> keyword) =>
        word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
