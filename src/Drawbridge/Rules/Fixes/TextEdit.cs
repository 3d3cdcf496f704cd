using Drawbridge.Sql;

namespace Drawbridge.Rules.Fixes;

/// <summary>One change of a text.</summary>
/// <param name="Span">What goes; empty for where something is only added.</param>
/// <param name="Replacement">What comes in its place.</param>
public sealed record TextEdit(TextSpan Span, string Replacement);
