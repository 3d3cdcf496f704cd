namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET SCHEMA</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Schema">Its new schema.</param>
public sealed record SetSchemaAction(TextSpan Span, Identifier Schema) : AlterAction(Span);
