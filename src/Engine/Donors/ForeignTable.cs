namespace Drawbridge.Engine.Donors;

/// <summary>A table in which another tool keeps its history.</summary>
/// <param name="Name">With its schema, quoted where it needs that.</param>
/// <param name="Tool">The tool, as people call it.</param>
public sealed record ForeignTable(string Name, string Tool)
{
    /// <summary>What the table says; null unless its tool is one whose history can be taken over.</summary>
    public DonorHistory? Donor { get; init; }
}
