namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET</c>, with <c>SET ROLE</c>, <c>SET SESSION AUTHORIZATION</c>, <c>SET TIME ZONE</c>, <c>SET NAMES</c>, <c>SET SCHEMA</c>.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Setting">What is set.</param>
public sealed record SetSettingStatement(TextSpan Span, SettingChange Setting) : SetStatement(Span);
