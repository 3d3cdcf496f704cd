namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>RESET</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The setting as in <see cref="SettingChange.Name"/>; <c>all</c> for every one.</param>
public sealed record ResetSettingStatement(TextSpan Span, string Name) : StatementSyntax(Span);
