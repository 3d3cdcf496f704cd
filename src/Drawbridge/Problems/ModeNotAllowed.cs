namespace Drawbridge.Problems;

/// <summary>An object asks for what its place in the bucket gives no right to.</summary>
public sealed record ModeNotAllowed(string Mode, string Folder) : Problem(
    $"The object asks for '{Mode}', for which objects under '{Folder}' have no right.",
    "Nothing was run. Plans are asked for under 'plans/', everything else under 'releases/': use the action's own "
    + "commands, and look for what else writes there.");
