namespace Drawbridge.Manifests;

/// <summary>Tells answers from news: the action stops waiting at one, and the function lets it stand.</summary>
public static class FinalStatus
{
    /// <summary>Whether nothing more will come: while a database is unavailable, the platform tries again.</summary>
    public static bool IsFinal(this ResultStatus status) =>
        status is not (ResultStatus.Running or ResultStatus.Unavailable);
}
