namespace Drawbridge.Problems;

/// <summary>A migration that shall be taken back has no undo script.</summary>
public sealed record UndoMissing(string Version, string Path, string Database) : Problem(
    $"Version '{Version}' of database '{Database}' ('{Path}') can't be taken back: it has no undo script.",
    "Nothing was run. Add its undo script in a pull request, or let the undo end at this version or a higher one.");
