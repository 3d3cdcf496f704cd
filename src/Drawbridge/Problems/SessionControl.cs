namespace Drawbridge.Problems;

/// <summary>A script would take from the run what keeps it safe.</summary>
public sealed record SessionControl(string Script, string Statement) : Problem(
    $"Script '{Script}' holds '{Statement}', which would release the migration lock or change how SQL is read.",
    "Nothing was run. Remove the statement: every script meets a fresh session anyway.");
