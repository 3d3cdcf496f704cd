namespace Drawbridge.Engine.Donors;

/// <summary>A row of another tool's history.</summary>
/// <param name="Rank">Ascends with time.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Version">As that tool writes it; null for a repeatable.</param>
/// <param name="Script">The file, as that tool names it.</param>
/// <param name="Description">The words of its name.</param>
/// <param name="Checksum">Of its content; null for none.</param>
/// <param name="IsWhole">False when it failed, or has not ended.</param>
public sealed record DonorRow(
    long Rank, DonorRowKind Kind, string? Version, string Script, string Description, int? Checksum, bool IsWhole)
{
    /// <summary>What kind of script it was, in that tool's word.</summary>
    public string Type { get; init; } = "";
}
