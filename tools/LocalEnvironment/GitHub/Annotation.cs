namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>A remark that GitHub would show beside the code.</summary>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
/// <param name="Message">The remark.</param>
public sealed record Annotation(string Level, string Message)
{
    /// <summary>The file, from the repository's root; empty for none.</summary>
    public string File { get; init; } = "";

    /// <summary>The line, from 1; 0 for none.</summary>
    public int Line { get; init; }

    /// <summary>The column, from 1; 0 for none.</summary>
    public int Column { get; init; }

    /// <summary>The last column, from 1; 0 for none.</summary>
    public int EndColumn { get; init; }

    /// <summary>Its title; empty for none.</summary>
    public string Title { get; init; } = "";
}
