namespace Drawbridge.GitHubAction.Problems;

/// <summary>The checkout does not show where the commit and its base part.</summary>
internal sealed record BaseUnrelated(string Revision) : Problem(
    $"This checkout does not show where its commit and the base '{Revision}' part.",
    "Give 'actions/checkout' the input 'fetch-depth: 0', or let it check out the pull request's merge commit, as it "
    + "does by default.");
