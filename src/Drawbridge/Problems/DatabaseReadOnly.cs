namespace Drawbridge.Problems;

/// <summary>The server answers, and takes no changes: a replica, or a writer that has just stopped to be one.</summary>
public sealed record DatabaseReadOnly(string Database, string Server) : Problem(
    $"Database '{Database}' on '{Server}' takes no changes now: its transactions are read-only.",
    "It is tried again, for the case of a failover. If it stays so, let the database setting name the writer's endpoint, and look "
    + "at 'default_transaction_read_only' of the role, the database and the server.")
{
    /// <inheritdoc/>
    public override bool MayPass => true;
}
