using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>How a run's end is called, by what the run was for.</summary>
internal static class OutcomeWords
{
    /// <summary>The worst that happened, as a headline.</summary>
    public static string Verdict(ReleaseMode mode, OutcomeKind kind) => (mode, kind) switch
    {
        (_, OutcomeKind.NoResult) => "❌ No final result in time",
        (ReleaseMode.Plan, OutcomeKind.Succeeded) => "📋 Planned",
        (ReleaseMode.Plan, OutcomeKind.Refused) => "❌ A deploy would be refused",
        (ReleaseMode.Plan, _) => $"❌ No plan ({KebabCase.Of(kind)})",
        (ReleaseMode.Undo, OutcomeKind.Succeeded) => "✅ Undone",
        (ReleaseMode.Undo, _) => $"❌ Not undone ({KebabCase.Of(kind)})",
        (_, OutcomeKind.Succeeded) => "✅ Deployed",
        (_, OutcomeKind.Superseded) => "⚠️ A newer release was faster",
        _ => $"❌ Not deployed ({KebabCase.Of(kind)})",
    };

    /// <summary>How a database's part ended, at a glance.</summary>
    public static string Mark(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Succeeded => "✅",
        OutcomeKind.Superseded => "⚠️",
        OutcomeKind.NotStarted => "⏸️",
        OutcomeKind.NoResult => "⌛",
        _ => "❌",
    };

    /// <summary>The one script in a list that deserves to be seen first.</summary>
    public static string Mark(ScriptStatus status) => status == ScriptStatus.Failed ? "❌ " : "";

    /// <summary>What happened to the scripts of a database, such as <c>2 applied, 1 failed</c>.</summary>
    public static string Counts(DatabaseOutcome database)
    {
        (int Count, string Word)[] all =
        [
            (database.Applied, "applied"),
            (database.Adopted, "adopted"),
            (database.Undone, "taken back"),
            (database.Failed, "failed"),
            (database.Pending, "pending"),
        ];
        return string.Join(", ", all.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Word}"));
    }

    /// <summary>How many scripts it was about, in all databases.</summary>
    public static string Done(ReleaseMode mode, RunOutcome outcome) => mode switch
    {
        ReleaseMode.Plan => $"{Count(outcome, database => database.Pending)} pending",
        ReleaseMode.Undo => $"{Count(outcome, database => database.Undone)} taken back",
        _ => $"{Count(outcome, database => database.Applied)} applied",
    };

    /// <summary>That there was nothing to do.</summary>
    public static string Nothing(ReleaseMode mode) =>
        mode == ReleaseMode.Undo ? "nothing to take back" : "nothing was pending";

    /// <summary>The same of one database, as its last line in the log.</summary>
    public static string Done(ReleaseMode mode, IReadOnlyList<ScriptResult> scripts)
    {
        var (status, verb) = mode switch
        {
            ReleaseMode.Plan => (ScriptStatus.Pending, "pending"),
            ReleaseMode.Undo => (ScriptStatus.Undone, "taken back"),
            _ => (ScriptStatus.Applied, "applied"),
        };
        return $"{Words.Count(scripts.Count(script => script.Status == status), "script")} {verb}";
    }

    private static string Count(RunOutcome outcome, Func<DatabaseOutcome, int> number) =>
        Words.Count(outcome.Databases.Sum(number), "script");
}
