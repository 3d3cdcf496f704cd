namespace Drawbridge.Reading.Tests.Psql;

/// <param name="Text">What psql sent, comments and semicolon included.</param>
/// <param name="Rows">The rows that it sent behind a <c>COPY … FROM STDIN</c>; null for every other statement.</param>
internal sealed record SentStatement(string Text, string? Rows);
