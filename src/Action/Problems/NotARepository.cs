namespace Drawbridge.GitHubAction.Problems;

/// <summary>The working directory lies in no git repository.</summary>
internal sealed record NotARepository(string Directory) : Problem(
    $"'{Directory}' is not in a git repository.",
    "Run it in a checkout of the repository that holds the migrations; in a workflow, put 'actions/checkout' before "
    + "this step.");
