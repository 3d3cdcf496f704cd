namespace Drawbridge.Manifests;

/// <summary>What people declare of a script, because no run can know it.</summary>
/// <param name="Key">The script, as the release names it.</param>
/// <param name="As">What is true of it.</param>
/// <param name="Reason">Why, in one line. It acts once in a database: history keeps it.</param>
public sealed record ReleaseMark(string Key, MarkedAs As, string Reason)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 500;
}
