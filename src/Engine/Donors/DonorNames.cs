using Drawbridge.Manifests;

namespace Drawbridge.Engine.Donors;

/// <summary>What the tools are called whose history can be taken over.</summary>
internal static class DonorNames
{
    /// <summary>By people.</summary>
    public static string Name(this DonorTool tool) => tool == DonorTool.Flyway ? "Flyway" : "golang-migrate";

    /// <summary>What it numbers, as its table or its users say: Flyway's newest version may be lower than its newest row.</summary>
    public static string Counts(this DonorTool tool) => tool == DonorTool.Flyway ? "installed_rank" : "version";

    /// <summary>In <c>drawbridge.yml</c>, and in history.</summary>
    public static string Word(this DonorTool tool) => KebabCase.Of(tool);
}
