using Drawbridge.Manifests;

namespace Drawbridge.Engine.Donors;

/// <summary>What another tool knows of a database's migrations.</summary>
/// <param name="Tool">Which one.</param>
/// <param name="Schema">Of its table, not quoted.</param>
/// <param name="Table">Its name, not quoted.</param>
/// <param name="Rows">In the order in which they were written.</param>
public sealed record DonorHistory(DonorTool Tool, string Schema, string Table, IReadOnlyList<DonorRow> Rows)
{
    /// <summary>The last row's rank: another one means that the tool has been at work. 0 without rows.</summary>
    public long Newest => Rows is [.., var last] ? last.Rank : 0;
}
