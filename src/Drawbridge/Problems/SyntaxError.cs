namespace Drawbridge.Problems;

/// <summary>A script can't be read into statements.</summary>
public sealed record SyntaxError(string Script, string Reason) : Problem(
    $"Script '{Script}' can't be read: {Reason}.",
    "Nothing was run. Correct the script and deploy again.");
