namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE FUNCTION</c> or <c>CREATE PROCEDURE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The new routine.</param>
public sealed record CreateFunctionStatement(TextSpan Span, QualifiedName Name) : StatementSyntax(Span)
{
    /// <summary><c>PROCEDURE</c></summary>
    public bool IsProcedure { get; init; }

    /// <summary><c>OR REPLACE</c></summary>
    public bool IsReplacing { get; init; }

    /// <summary>Its parameters, with their parentheses.</summary>
    public TextSpan Parameters { get; init; }

    /// <summary>What follows <c>RETURNS</c>; null for a table or nothing.</summary>
    public DataType? Returns { get; init; }

    /// <summary>What follows <c>LANGUAGE</c>, in lower case.</summary>
    public string? Language { get; init; }

    /// <summary>Where <c>SECURITY DEFINER</c> stands: it runs with its owner's rights.</summary>
    public TextSpan? SecurityDefiner { get; init; }

    /// <summary>The settings that hold while it runs.</summary>
    public IReadOnlyList<SettingChange> Settings { get; init; } = [];

    /// <summary>The text between the quotes behind <c>AS</c>, or from <c>BEGIN ATOMIC</c> or <c>RETURN</c> to the end.</summary>
    public TextSpan? Body { get; init; }

    /// <summary>What stands in quotes behind <c>AS</c>; null where the body is SQL of the statement itself.</summary>
    public StringLiteral? Code { get; init; }
}
