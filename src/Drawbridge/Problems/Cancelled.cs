namespace Drawbridge.Problems;

/// <summary>A person, or the job's end, stopped it.</summary>
public sealed record Cancelled(string Message, string Remedy) : Problem(Message, Remedy)
{
    /// <summary>A run on a database.</summary>
    /// <param name="where">What it was doing, as the end of a sentence.</param>
    /// <param name="seconds">How long it had run.</param>
    public static Cancelled Applying(string where, int seconds) => new(
        $"The run was cancelled after {seconds} s {where}; what was applied before stays, and the lock is free.",
        "Deploy again to go on with what is pending.");

    /// <summary>What changes nothing anyway.</summary>
    public static Cancelled Looking { get; } =
        new("Cancelled before the end; nothing was changed.", "Run it again for an answer.");

    /// <summary>A release that is not written, or not everywhere yet.</summary>
    public static Cancelled BeforeRelease { get; } =
        new("Cancelled before anything was released: no database will change.", "Run the job again.");

    /// <summary>The waiting for releases, which go on.</summary>
    /// <param name="release">Their id.</param>
    /// <param name="databases">Those for which it was written.</param>
    /// <param name="unwritten">Those for which it was not written yet; empty for none.</param>
    public static Cancelled Waiting(string release, string databases, string unwritten) => new(
        $"Cancelled while waiting: release '{release}' goes on without this job in {databases}."
            + (unwritten.Length == 0 ? "" : $" It was not written for {unwritten}."),
        $"Run the job again on this commit to follow it{(unwritten.Length == 0 ? "" : " and to write what is missing")}; "
            + "'drawbridge status' shows how it stands.");
}
