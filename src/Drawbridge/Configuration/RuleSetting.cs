namespace Drawbridge.Configuration;

/// <summary>A rule's severity as <c>drawbridge.yml</c> sets it.</summary>
/// <param name="Rule">The rule's id, which may be unknown.</param>
/// <param name="Severity">How bad its findings are.</param>
/// <param name="Place">Where the id stands.</param>
public sealed record RuleSetting(string Rule, Severity Severity, FilePlace Place);
