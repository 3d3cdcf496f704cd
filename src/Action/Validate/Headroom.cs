using System.Runtime;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>
/// Memory for reading many scripts. What is read of them is kept until all is judged, so collecting in between would
/// only move it from one place to another.
/// </summary>
internal static class Headroom
{
    /// <summary>A script of 4 KB needs about 100 KB, if nothing is collected: the most of it for what it says.</summary>
    private const long BytesOfEach = 128 * 1024;

    /// <summary>Fewer need no more than the collector waits for anyway.</summary>
    private const int Many = 1000;

    /// <summary>The part of the machine's memory that may be taken: others need some, too.</summary>
    private const int Part = 4;

    /// <summary>
    /// Puts collecting off until so many are read. It is a wish: what needs more memory is collected as ever.
    /// </summary>
    public static void Reserve(int scripts)
    {
        var size = Math.Min(scripts * BytesOfEach, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Part);
        if (scripts >= Many && GCSettings.LatencyMode != GCLatencyMode.NoGCRegion)
        {
            GC.TryStartNoGCRegion(size);
        }
    }
}
