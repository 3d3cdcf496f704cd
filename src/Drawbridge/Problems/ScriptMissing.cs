namespace Drawbridge.Problems;

/// <summary>The release names a script that is not there.</summary>
public sealed record ScriptMissing(string Script) : Problem(
    $"Script '{Script}' is named by the release but is not in the bucket.",
    "Nothing was run. Deploy again; if it stays so, look who else deletes under 'migrations/'.");
