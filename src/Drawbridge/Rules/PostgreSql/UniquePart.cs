using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>One thing of several that are unique together.</summary>
/// <param name="Column">The column; null for an expression.</param>
/// <param name="Text">As written.</param>
internal sealed record UniquePart(Identifier? Column, string Text);
