namespace Drawbridge.Problems;

/// <summary>A newer release was finished before this one arrived.</summary>
public sealed record Superseded(string Database, string Newest) : Problem(
    $"The newer release '{Newest}' was finished in database '{Database}' before this one arrived.",
    "Nothing was run: the newer release holds this one's scripts too. Look there whether it succeeded; if not, correct it and deploy again.");
