namespace Drawbridge.Problems;

/// <summary>Nothing listens at the server's address, or the way there is closed.</summary>
public sealed record DatabaseUnreachable(string Server, string Reason) : Problem(
    $"The database server '{Server}' can't be reached: {Reason}.",
    "Check host and port in the database setting and that the server is running; in a VPC, that its security group "
    + "admits the function's.")
{
    /// <inheritdoc/>
    public override bool MayPass => true;
}
