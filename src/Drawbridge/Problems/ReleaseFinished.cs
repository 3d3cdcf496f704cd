namespace Drawbridge.Problems;

/// <summary>A release that ended before is asked for again.</summary>
public sealed record ReleaseFinished(string Outcome) : Problem(
    $"This release ended before as '{KebabCase.Of(Outcome)}', so nothing was run again.",
    "Look at the function's log of that run for its reason, correct it, and deploy again.");
