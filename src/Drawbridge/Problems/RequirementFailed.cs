namespace Drawbridge.Problems;

/// <summary>What a script requires can't be asked.</summary>
public sealed record RequirementFailed(string Script, string Database, string Reason, string Answer) : Problem(
    $"What script '{Script}' requires can't be checked in database '{Database}': {Reason} ({Answer}).",
    "Nothing of the script was run. Correct the requirement in this very file; it is one boolean expression that changes "
    + "nothing. Then deploy again.");
