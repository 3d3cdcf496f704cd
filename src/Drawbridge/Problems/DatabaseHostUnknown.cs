namespace Drawbridge.Problems;

/// <summary>The server's name has no address.</summary>
public sealed record DatabaseHostUnknown(string Host) : Problem(
    $"The database server's name '{Host}' can't be resolved.",
    "Check the host in the database setting; in a VPC, that DNS resolution is on.")
{
    /// <inheritdoc/>
    public override bool MayPass => true;
}
