namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Something that a statement says.</summary>
/// <param name="At">Which statement.</param>
/// <param name="What">What it says.</param>
public sealed record Placed<T>(ScriptPlace At, T What);
