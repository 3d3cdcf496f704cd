using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Deploy;

/// <summary>Results as the function writes them.</summary>
internal static class ResultFor
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static Result Success(Release release) => Of(release, ResultStatus.Succeeded, ScriptStatus.Applied);

    public static Result Running(Release release) => Of(release, ResultStatus.Running, ScriptStatus.Pending);

    /// <summary>The last script failed, in its second line.</summary>
    public static Result Failure(Release release, string message)
    {
        var applied = Of(release, ResultStatus.Failed, ScriptStatus.Applied);
        return applied with
        {
            Applied = applied.Scripts.Count - 1,
            Scripts = [.. applied.Scripts.SkipLast(1), applied.Scripts[^1] with { Status = ScriptStatus.Failed }],
            Error = new ResultError("statement-failed", message, "Correct the statement; the script was rolled back.")
            {
                Script = applied.Scripts[^1].Key,
                Statement = 2,
                Line = 2,
                Column = 5,
                SqlState = "42P01",
            },
        };
    }

    public static Result Ended(Release release, ResultStatus status, string code) =>
        Of(release, status, ScriptStatus.Pending) with { Error = new ResultError(code, $"The answer was {code}.", "Do what the page says.") };

    private static Result Of(Release release, ResultStatus status, ScriptStatus scripts) => new(
        Result.SchemaName,
        release.Id,
        release.Database,
        release.Mode,
        status,
        Attempt: 1,
        new ResultFunction("drawbridge", "0.1.0", "request", "stream", "eu-central-1"),
        new ResultServer("postgresql", "15.18"),
        Noon,
        status is ResultStatus.Running ? null : Noon.AddSeconds(1),
        DurationMs: 1000,
        From: null,
        To: scripts == ScriptStatus.Applied ? release.Scripts[^1].Version : null,
        Applied: scripts == ScriptStatus.Applied ? release.Scripts.Count : 0,
        Pending: scripts == ScriptStatus.Pending ? release.Scripts.Count : 0,
        [.. release.Scripts.Select(script =>
            new ScriptResult(script.Key, script.Version, script.Description, scripts, Transaction: true, Statements: 1, DurationMs: 7))],
        Warnings: [],
        Error: null);
}
