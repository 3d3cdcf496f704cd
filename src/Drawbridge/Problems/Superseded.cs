namespace Drawbridge.Problems;

/// <summary>A newer release was finished before this one arrived.</summary>
public sealed record Superseded(string Database, string Newest, bool IsUndo = false) : Problem(
    $"The newer release '{Newest}' was finished in database '{Database}' before this one arrived.",
    IsUndo
        ? "Nothing was taken back, because what that release did was not known yet. Look at it, and undo again if that "
            + "is still right."
        : "Nothing was run: the newer release holds this one's scripts too. Look there whether it succeeded; if not, "
            + "correct it and deploy again.");
