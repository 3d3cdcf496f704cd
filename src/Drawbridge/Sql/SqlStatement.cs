using Drawbridge.Sql.PostgreSql.Syntax;
using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Sql;

/// <summary>One statement of a script: a view into its text and what the runner must know before sending it.</summary>
public sealed class SqlStatement
{
    private readonly string _script;
    private StatementSyntax? _syntax;

    internal SqlStatement(string script, TextPosition start, int length)
    {
        _script = script;
        Start = start;
        Length = length;
    }

    /// <summary>Where the first character stands in the script.</summary>
    public TextPosition Start { get; }

    /// <summary>UTF-16 code units from the start of the script.</summary>
    public int Offset => Start.Offset;

    /// <summary>UTF-16 code units, to the end of the last token.</summary>
    public int Length { get; }

    /// <summary>1-based line of the first character.</summary>
    public int Line => Start.Line;

    /// <summary>1-based column of the first character, in characters; a tab is one.</summary>
    public int Column => Start.Column;

    /// <summary>The exact text, from the first token to the last, without the semicolon.</summary>
    public string Text => field ??= _script.Substring(Offset, Length);

    /// <summary>Its first line, cut where it is long: how people are shown which statement is meant.</summary>
    public string Heading
    {
        get
        {
            const int Shown = 60;
            var text = _script.AsSpan(Offset, Length);
            var line = text.IndexOfAny('\n', '\r') is var end and >= 0 ? text[..end].TrimEnd() : text;
            return line.Length <= Shown ? line.ToString() : $"{line[..(char.IsHighSurrogate(line[Shown - 1]) ? Shown - 1 : Shown)]}…";
        }
    }

    /// <summary>What it says, read when first asked for.</summary>
    public StatementSyntax Syntax => _syntax ??= StatementReader.Read(new TokenReader(_script, Span));

    /// <summary>How it must be run.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>The server refuses it inside a transaction block.</summary>
    public bool CannotRunInTransaction { get; init; }

    /// <summary>
    /// Waits for other transactions by design (<c>CONCURRENTLY</c>), so it needs a lock time-out of 0.
    /// </summary>
    public bool IsConcurrent { get; init; }

    /// <summary>What it would do to the runner's session.</summary>
    public SessionDamage Damage { get; init; }

    /// <summary>
    /// The rows below <c>COPY … FROM STDIN</c>, without the line <c>\.</c>; null for every other statement.
    /// </summary>
    public TextSpan? CopyData { get; init; }

    /// <summary>UTF-16 code units of its longest name or keyword: whoever looks for long ones need not read it again.</summary>
    internal int LongestName { get; init; }

    /// <summary>The <c>ignore</c> directives in the comments above or inside it.</summary>
    public IReadOnlyList<Directive> Directives { get; init; } = [];

    private TextSpan Span => new(Offset, Length);

    /// <summary>Reads <see cref="Syntax"/> now.</summary>
    /// <param name="reader">One of the same script.</param>
    internal void Read(TokenReader reader)
    {
        if (_syntax is null)
        {
            reader.MoveTo(Span);
            _syntax = StatementReader.Read(reader);
        }
    }

    /// <summary>Lets go of <see cref="Syntax"/>.</summary>
    internal void Forget() => _syntax = null;
}
