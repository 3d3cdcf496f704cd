namespace Drawbridge.Problems;

/// <summary>The server answers, and takes no writes: a replica, or a writer that has just stopped to be one.</summary>
/// <param name="Server">Host and port.</param>
/// <param name="Reason">Why not.</param>
public sealed record DatabaseReadOnly(string Server, string Reason) : Problem(
    $"The database server '{Server}' takes no writes: {Reason}.",
    "While it fails over, wait. If it stays so, let the database setting name the server that does: the cluster's or the primary "
    + "instance's endpoint, not a reader's.")
{
    /// <inheritdoc/>
    public override bool MayPass => true;
}
