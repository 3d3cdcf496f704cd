using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>An expression or a query that is not taken apart.</summary>
public sealed record SqlExpression
{
    private readonly string _script;

    internal SqlExpression(string script, TextSpan span) => (_script, Span) = (script, span);

    /// <summary>Where it stands.</summary>
    public TextSpan Span { get; }

    /// <summary>As written.</summary>
    public string Text => _script.Substring(Span.Offset, Span.Length);

    /// <summary>The functions that it calls, in the order of the text; those that need no parentheses (<c>CURRENT_DATE</c>) are none.</summary>
    public IReadOnlyList<QualifiedName> Calls => CallReader.Read(new TokenReader(_script, Span));

    /// <summary>As written.</summary>
    public override string ToString() => Text;
}
