namespace Drawbridge.Problems;

/// <summary>A release names a script outside its own database's folder.</summary>
public sealed record ScriptKeyForeign(string Key, string Database) : Problem(
    $"The release names the script '{Key}', which does not lie in 'migrations/{Database}/'.",
    "Nothing was run. Deploy again, and look for what else writes under 'releases/'.");
