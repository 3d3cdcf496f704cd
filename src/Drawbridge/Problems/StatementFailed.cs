namespace Drawbridge.Problems;

/// <summary>The server refused a statement of a script.</summary>
public sealed record StatementFailed(string Message, string Remedy) : Problem(Message, Remedy);
