namespace Drawbridge.GitHubAction.GitHub;

/// <summary>GitHub's three kinds of annotation, the most important first.</summary>
internal enum AnnotationLevel
{
    /// <summary>Red.</summary>
    Error,

    /// <summary>Yellow.</summary>
    Warning,

    /// <summary>Grey.</summary>
    Notice,
}
