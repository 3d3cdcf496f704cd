namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>One thing that an index is made of.</summary>
/// <param name="Column">The column; null for an expression.</param>
/// <param name="Text">As written.</param>
internal sealed record IndexPart(TableColumn? Column, string Text);
