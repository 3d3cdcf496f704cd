namespace Drawbridge.Problems;

/// <summary>A statement without a transaction around it failed in a way that leaves open what stays of it.</summary>
public sealed record StatementUnresolved(string Script, int Statement, string Reason) : Problem(
    $"Statement {Statement} of '{Script}' commits by itself and did not end well, so a part of it may stay: {Reason}.",
    "Look in the database which part of the statement took effect. The next deploy runs nothing of it and answers "
    + "'interrupted-script', whose page says how to go on.");
