namespace Drawbridge.GitHubAction.Problems;

/// <summary>Something that nobody thought of. Says no more than its type, because a message could quote a secret.</summary>
internal sealed record UnexpectedFailure(string ExceptionType) : Problem(
    $"The run met an error that it does not know, a '{ExceptionType}'.",
    "Run it again; if it stays so, report it with this line and the version. A release that was written before, as the log above says, goes on without this run.");
