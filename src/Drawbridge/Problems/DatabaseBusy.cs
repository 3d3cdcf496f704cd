namespace Drawbridge.Problems;

/// <summary>The server is there, but takes no connection now.</summary>
public sealed record DatabaseBusy(string Server, string Reason) : Problem(
    $"The database server '{Server}' takes no connection now ({Reason}): it is starting, stopping or full.",
    "It is tried again. If it stays so, look at the server's log and its number of connections.")
{
    /// <inheritdoc/>
    public override bool MayPass => true;
}
