namespace Drawbridge.GitHubAction.Validate;

/// <summary>The commit that holds what is merged already.</summary>
/// <param name="Commit">Its full id.</param>
/// <param name="Origin">Who named it, for people.</param>
/// <param name="IsBehind">
/// Whether the commit under test is built on it. If not, each may have what the other lacks, and only their merge shows
/// what this change does.
/// </param>
internal sealed record ComparisonBase(string Commit, string Origin, bool IsBehind);
