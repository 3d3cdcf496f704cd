namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What GRANT and REVOKE share.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Grantees">Who gets or loses something.</param>
public abstract record PrivilegeStatement(TextSpan Span, IReadOnlyList<Grantee> Grantees) : StatementSyntax(Span)
{
    /// <summary>The privileges in lower case (<c>select</c>, <c>all</c>), or the roles that are granted.</summary>
    public IReadOnlyList<string> Privileges { get; init; } = [];

    /// <summary>Where <c>ALL [PRIVILEGES]</c> stands.</summary>
    public TextSpan? All { get; init; }

    /// <summary>The kind of what follows <c>ON</c>; <see cref="ObjectKind.Role"/> for membership, which has no <c>ON</c>.</summary>
    public ObjectKind Kind { get; init; }

    /// <summary>What follows <c>ON</c>; for <c>ALL TABLES IN SCHEMA</c> the schemas.</summary>
    public IReadOnlyList<QualifiedName> Objects { get; init; } = [];

    /// <summary><c>ALL TABLES IN SCHEMA</c> and its kin.</summary>
    public bool IsWholeSchema { get; init; }
}
