namespace Drawbridge.Problems;

/// <summary>An index that looks built, so that IF NOT EXISTS skipped it, but that no query uses.</summary>
public sealed record InvalidIndex(string Script, string Index) : Problem(
    $"Script '{Script}' found that index '{Index}' exists already, but it is invalid: somebody's try to build it "
    + "did not end.",
    $"Drop it: put 'DROP INDEX CONCURRENTLY IF EXISTS \"{Index}\"' above the statement when it is the script's first "
    + "one, else run that by hand. Then deploy again.");
