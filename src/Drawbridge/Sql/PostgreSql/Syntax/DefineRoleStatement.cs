namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE</c> or <c>ALTER</c> of a <c>ROLE</c>, <c>USER</c> or <c>GROUP</c>, with its options.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The role.</param>
public sealed record DefineRoleStatement(TextSpan Span, Identifier Name) : StatementSyntax(Span)
{
    /// <summary><c>CREATE</c>, not <c>ALTER</c>.</summary>
    public bool IsNew { get; init; }

    /// <summary>Where the literal of <c>PASSWORD '…'</c> stands; null for none and for <c>PASSWORD NULL</c>.</summary>
    public TextSpan? Password { get; init; }

    /// <summary>Where <c>SUPERUSER</c> stands.</summary>
    public TextSpan? Superuser { get; init; }
}
