using Drawbridge.Manifests;

namespace Drawbridge.Engine.Donors;

/// <summary>What the tools are called whose history can be taken over.</summary>
internal static class DonorNames
{
    /// <summary>By people.</summary>
    public static string Name(this DonorTool tool) => tool == DonorTool.Flyway ? "Flyway" : "golang-migrate";

    /// <summary>In <c>drawbridge.yml</c>, and in history.</summary>
    public static string Word(this DonorTool tool) => KebabCase.Of(tool);
}
