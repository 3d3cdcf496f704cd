using System.Security.Cryptography;

namespace Drawbridge.Engine;

/// <summary>Pauses of which no two are alike, so that those who wait for the same don't knock together.</summary>
internal static class Jitter
{
    /// <summary>Three quarters to five quarters of a pause.</summary>
    public static TimeSpan Around(TimeSpan pause) => pause * (0.75 + (RandomNumberGenerator.GetInt32(1000) / 2000.0));
}
