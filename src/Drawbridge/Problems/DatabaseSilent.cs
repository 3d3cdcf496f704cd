namespace Drawbridge.Problems;

/// <summary>The server's address never answered.</summary>
public sealed record DatabaseSilent(string Server, int Seconds) : Problem(
    $"The database server '{Server}' did not answer within {Seconds} s.",
    "A packet filter drops the packets: check the security groups of function and database, the subnets' routes and "
    + "network ACLs, and that the port is the database's.")
{
    /// <inheritdoc/>
    public override bool MayPass => true;
}
