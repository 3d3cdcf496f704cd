namespace Drawbridge.Problems;

/// <summary>A script wants to steer the transaction that the run holds.</summary>
public sealed record TransactionControl(string Script, string Statement) : Problem(
    $"Script '{Script}' holds '{Statement}', but every script runs in a transaction of its own already.",
    "Nothing was run. Remove BEGIN, COMMIT and the like from the script; split it where it must commit in between.");
