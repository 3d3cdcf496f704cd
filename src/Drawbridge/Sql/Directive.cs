namespace Drawbridge.Sql;

/// <summary>A <c>-- drawbridge:</c> comment.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Value">The time, the ignored rule's id or the required expression, as written; <c>off</c>.</param>
/// <param name="Position">Where its comment begins.</param>
public sealed record Directive(DirectiveKind Kind, string Value, TextPosition Position)
{
    /// <summary>The word by which scripts write it: <c>lock-timeout</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The time of a time-out, zero for none; null for the other kinds.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Why a rule is ignored; empty when nothing was written.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether it accepts findings: an <c>ignore</c> that says why.</summary>
    public bool Accepts => Kind == DirectiveKind.Ignore && Reason.Length > 0;

    /// <summary>1-based line.</summary>
    public int Line => Position.Line;
}
