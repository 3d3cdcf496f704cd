using Drawbridge.GitHubAction.Excerpts;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>A remark that GitHub shows on a line of the pull request.</summary>
/// <param name="Level">How important.</param>
/// <param name="Title">A problem's code.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record Annotation(AnnotationLevel Level, string Title, string Message)
{
    /// <summary>From the repository's root; null when the remark concerns no file.</summary>
    public string? Path { get; init; }

    /// <summary>From 1.</summary>
    public int? Line { get; init; }

    /// <summary>In characters, from 1.</summary>
    public int? Column { get; init; }

    /// <summary>The column of the last character; null when that is not known, or on another line.</summary>
    public int? EndColumn { get; init; }

    /// <summary>The line itself, for the log: GitHub shows the remark beside the code, a log does not.</summary>
    public Excerpt? Excerpt { get; init; }

    /// <summary>A problem that concerns no file.</summary>
    public static Annotation Of(Problem problem) =>
        new(AnnotationLevel.Error, problem.Code, $"{problem.Message} {problem.Remedy}");
}
