namespace Drawbridge.Problems;

/// <summary>A connection pooler stands between the run and the server.</summary>
public sealed record PoolerDetected(string Server) : Problem(
    $"Between here and the database server stands a connection pooler at '{Server}', which can't hold the migration "
    + "lock.",
    "Let the database setting name the server itself (the instance's or cluster's own endpoint), not a pooler or RDS "
    + "Proxy.");
