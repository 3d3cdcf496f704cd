namespace Drawbridge.Chaos.Tests;

internal static class Verdicts
{
    /// <summary>The fault hit, and left nothing that must not be.</summary>
    public static void ShouldBeGood(this Verdict verdict)
    {
        verdict.Charges.ShouldBeEmpty($"{verdict.Fault} ({verdict.KilledAt})\n{string.Join('\n', verdict.Log)}");
        verdict.HasHit.ShouldBeTrue($"{verdict.Fault} came too late.");
    }
}
