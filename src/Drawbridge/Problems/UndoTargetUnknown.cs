namespace Drawbridge.Problems;

/// <summary>An undo shall end at a version that the database does not have.</summary>
public sealed record UndoTargetUnknown(string Target, string Database, string Known) : Problem(
    $"Database '{Database}' does not have the version '{Target}' at which the undo shall end.",
    $"Nothing was run. Name the version that stays; the newest of the database are: {Known}. 0 takes all back.");
