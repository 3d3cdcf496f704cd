namespace Drawbridge.Problems;

/// <summary>What a script requires is not true.</summary>
public sealed record RequirementNotMet(string Script, string Expression, string Database) : Problem(
    $"Script '{Script}' requires '{Expression}', which is not true in database '{Database}'.",
    "Nothing of the script was run. Make it true, or correct the requirement in this very file, then deploy again.");
