namespace Drawbridge.Problems;

/// <summary>A script wants to run only when something is true, and this version can't ask.</summary>
public sealed record RequireNotSupported(string Script) : Problem(
    $"Script '{Script}' has the directive 'require', which this version does not check yet.",
    "Nothing was run. Say it in the script itself, in a DO block that raises an exception, and remove the directive.");
