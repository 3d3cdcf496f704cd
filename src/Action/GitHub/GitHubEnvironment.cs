namespace Drawbridge.GitHubAction.GitHub;

/// <summary>What GitHub's runner says about the run, in its documented environment variables.</summary>
internal sealed class GitHubEnvironment(Surroundings surroundings)
{
    /// <summary>Whether this is a run on GitHub Actions; if not, the rest is null.</summary>
    public bool IsActions => surroundings.Variable("GITHUB_ACTIONS") == "true";

    /// <summary>Such as <c>pull_request</c>.</summary>
    public string? EventName => Variable("GITHUB_EVENT_NAME");

    /// <summary>The file with the event's payload.</summary>
    public string? EventPath => Variable("GITHUB_EVENT_PATH");

    /// <summary>Such as <c>refs/heads/main</c>.</summary>
    public string? Ref => Variable("GITHUB_REF");

    /// <summary><c>owner/name</c>.</summary>
    public string? Repository => Variable("GITHUB_REPOSITORY");

    /// <summary>Where GitHub's GraphQL API answers.</summary>
    public Uri? GraphQlAddress => Uri.TryCreate(Variable("GITHUB_GRAPHQL_URL"), UriKind.Absolute, out var address) ? address : null;

    /// <summary>Where GitHub's REST API answers.</summary>
    public Uri? ApiAddress =>
        Uri.TryCreate(Variable("GITHUB_API_URL"), UriKind.Absolute, out var address) ? address : null;

    /// <summary>GitHub's pages, such as <c>https://github.com</c>.</summary>
    public string? Server => Variable("GITHUB_SERVER_URL");

    /// <summary>The workflow's name, or the path of its file.</summary>
    public string? Workflow => Variable("GITHUB_WORKFLOW");

    /// <summary>May read the repository and its pull requests; <c>action.yml</c> passes it.</summary>
    public string? Token => Variable("GITHUB_TOKEN");

    /// <summary>Who started the run.</summary>
    public string? Actor => Variable("GITHUB_ACTOR");

    /// <summary>Counts from 1 each time the run is started again.</summary>
    public int RunAttempt => int.TryParse(Variable("GITHUB_RUN_ATTEMPT"), out var attempt) ? attempt : 1;

    /// <summary>The run's page.</summary>
    public string? RunAddress =>
        Server is { } server && Repository is not null && Variable("GITHUB_RUN_ID") is { } run
            ? $"{server}/{Repository}/actions/runs/{run}"
            : null;

    /// <summary>The file that takes step outputs.</summary>
    public string? OutputPath => Variable("GITHUB_OUTPUT");

    /// <summary>The file that takes the job summary.</summary>
    public string? SummaryPath => Variable("GITHUB_STEP_SUMMARY");

    /// <summary>A folder that is there until the job ends.</summary>
    public string? TemporaryFolder => Variable("RUNNER_TEMP");

    private string? Variable(string name) => IsActions ? surroundings.Variable(name) : null;
}
