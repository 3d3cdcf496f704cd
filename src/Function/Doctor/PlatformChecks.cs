using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Doctor;

/// <summary>Memory and time, as the platform gives them.</summary>
/// <param name="environment">The process's variables.</param>
internal sealed class PlatformChecks(IReadOnlyDictionary<string, string> environment)
{
    private const int EnoughMegabytes = 1024;
    private const int BytesInMegabyte = 1024 * 1024;
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(5);
    private static readonly Checkup Memory = new("memory");
    private static readonly Checkup Time = new("time-limit");

    public IReadOnlyList<DoctorCheck> Run(Invocation invocation) =>
        [OfMemory(), OfTime(invocation.Deadline - invocation.Begin)];

    private static DoctorCheck OfTime(TimeSpan limit) => limit + TimeSpan.FromSeconds(1) >= Enough
        ? Time.Fine($"An invocation may take {limit.TotalSeconds:0} s.")
        : Time.Warning(
            $"An invocation may take {limit.TotalSeconds:0} s. No single statement can take longer.",
            "Set the function's timeout to 900 s.");

    private DoctorCheck OfMemory()
    {
        var megabytes = int.TryParse(environment.GetValueOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), out var given)
            ? given
            : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesInMegabyte;
        return megabytes >= EnoughMegabytes
            ? Memory.Fine($"The function has {megabytes} MB.")
            : Memory.Warning(
                $"The function has {megabytes} MB, and as small a share of a processor.",
                $"Set its memory to {EnoughMegabytes} MB or more: it starts faster, and large scripts fit.");
    }
}
