using System.Globalization;
using Drawbridge.Manifests;

namespace Drawbridge.Engine.Donors;

/// <summary>Where a database's history was taken over from, and how far that went.</summary>
/// <param name="Tool">Which tool's it was.</param>
/// <param name="Newest">The rank of the tool's last row at that time.</param>
/// <param name="Table">The tool's table: see <see cref="ForeignTable.Name"/>.</param>
public sealed record AdoptedFrom(DonorTool Tool, long Newest, string Table)
{
    /// <summary>As history keeps it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tool.Word()} {Newest} {Table}");

    /// <summary>Reads what history keeps; null when it never was written like that.</summary>
    public static AdoptedFrom? TryParse(string text) =>
        text.Split(' ', 3) is [var word, var newest, var table]
        && Enum.GetValues<DonorTool>().Cast<DonorTool?>().FirstOrDefault(tool => tool!.Value.Word() == word) is { } tool
        && long.TryParse(newest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new AdoptedFrom(tool, number, table)
            : null;
}
