namespace Drawbridge.Problems;

/// <summary>The connection broke while the run was at work.</summary>
public sealed record DatabaseConnectionLost(string Database, string Reason) : Problem(
    $"The connection to database '{Database}' was lost: {Reason}.",
    "The release is tried again; the history table tells which scripts are applied, so nothing is lost or repeated.")
{
    /// <inheritdoc/>
    public override bool MayPass => true;
}
