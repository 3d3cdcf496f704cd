namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>One thing that an ALTER does.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record AlterAction(TextSpan Span);
