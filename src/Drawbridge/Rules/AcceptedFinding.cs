namespace Drawbridge.Rules;

/// <summary>A finding that somebody accepted.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Reason">Why that is fine.</param>
public sealed record AcceptedFinding(Finding Finding, string Reason);
