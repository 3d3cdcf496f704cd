namespace Drawbridge.Problems;

/// <summary>The migration lock was gone when a script was about to commit.</summary>
public sealed record LockLost(string Script) : Problem(
    $"The migration lock was gone at the end of script '{Script}', so the script was rolled back.",
    "Remove from the script what releases advisory locks, and deploy again.");
