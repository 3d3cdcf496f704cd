namespace Drawbridge.Manifests;

/// <summary>As much of a commit's hash as people read, and as a release id holds.</summary>
public static class ShortCommit
{
    private const int Length = 7;

    /// <summary>The first digits; all of a text that is shorter.</summary>
    public static string Of(string commit) => commit[..Math.Min(commit.Length, Length)];
}
