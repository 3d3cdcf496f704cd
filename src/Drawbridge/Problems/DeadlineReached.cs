namespace Drawbridge.Problems;

/// <summary>The time of the invocation was up.</summary>
public sealed record DeadlineReached(string Where, int Seconds) : Problem(
    $"The run was stopped after {Seconds} s {Where}; what was applied before stays.",
    "Deploy again to go on. If one statement needs longer than an invocation may last, run it in smaller steps.");
