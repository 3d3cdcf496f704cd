namespace Drawbridge.Tests.Sql.PostgreSql.Generated;

/// <param name="Text">From its first token to its last.</param>
/// <param name="Offset">Where it stands in the script.</param>
/// <param name="Rows">The rows below it; null for all but <c>COPY … FROM STDIN</c>.</param>
internal sealed record GeneratedStatement(string Text, int Offset, string? Rows);
