namespace Drawbridge.Problems;

/// <summary>A script can't be read into statements.</summary>
public sealed record SyntaxError(string Script, string Reason, string Remedy) : Problem(
    $"Script '{Script}' can't be read: {Reason.TrimEnd('.')}.",
    Remedy);
