namespace Drawbridge.Problems;

/// <summary>A downloaded script is not the one that was released.</summary>
public sealed record HashMismatch(string Script) : Problem(
    $"Script '{Script}' in the bucket is not the one that was released: its SHA-256 differs.",
    "Nothing was run. Deploy again; if it stays so, look who else writes under 'migrations/'.");
