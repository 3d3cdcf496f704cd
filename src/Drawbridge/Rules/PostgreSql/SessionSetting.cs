using Drawbridge.Rules.Changes;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A setting that changes what the rest of the script means or how long everyone waits for it.</summary>
internal sealed class SessionSetting : StatementRule<SetStatement, SelectStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override bool MayConcern(SelectStatement select) => select.Settings.Count > 0;

    protected override IEnumerable<Finding> Check(SetStatement set, StatementContext at) => set switch
    {
        SetSettingStatement change => Check(at, [change.Setting]),
        SetConstraintsStatement when !at.Script.Sql.RunsInTransaction => [Find(
            at,
            span: null,
            "SET CONSTRAINTS has no effect: this script runs without a transaction.",
            "Leave it out: each statement commits by itself, and its constraints are checked then.")],
        _ => [],
    };

    protected override IEnumerable<Finding> Check(SelectStatement select, StatementContext at) =>
        Check(at, select.Settings);

    private IEnumerable<Finding> Check(StatementContext at, IReadOnlyList<SettingChange> settings) =>
        from setting in settings
        let concern = ConcernOf(at, setting)
        where concern is not null
        select Find(at, setting.Span, concern.Message, concern.Remedy);

    private static IReadOnlyList<SettingChange> SettingsOf(StatementSyntax syntax) => syntax switch
    {
        SetSettingStatement set => [set.Setting],
        SelectStatement select => select.Settings,
        _ => [],
    };

    private static Concern? ConcernOf(StatementContext at, SettingChange setting) => setting switch
    {
        { Name: "session_replication_role", Value: var role } when Is(role, "replica") => new(
            "'session_replication_role' switches off foreign keys and triggers, so what the script writes may break "
                + "what they promise.",
            "Leave it out; disable the one trigger that is in the way, and enable it again in the same script."),
        { IsLocal: true } when !at.Script.Sql.RunsInTransaction => new(
            $"SET LOCAL of '{setting.Name}' has no effect: this script runs without a transaction.",
            "Write SET without LOCAL: every script meets a fresh session."),
        { Name: "lock_timeout" } when IsOff(setting.Value) && !IsMadeByPgDump(at.Script) => new(
            "'lock_timeout' is switched off: while a statement waits for a lock, everyone who needs the table waits "
                + "behind it.",
            "Leave it out, a few seconds are set already; wait longer by '-- drawbridge: lock-timeout=30s' at the top "
                + "of the script."),
        { Name: "role" or "session_authorization", IsLocal: false, Value: { } role }
            when !Is(role, "none") && !IsTakenBack(at, setting) => new(
            $"From here to its end the script acts as '{role}', which owns whatever it creates.",
            $"Write 'SET LOCAL ROLE {role}' if all of the rest is meant; 'RESET ROLE' where it ends; or 'ALTER … OWNER "
                + $"TO {role}' for the objects."),
        { Name: "search_path", IsLocal: false, Value: { Length: > 0 } path }
            when !IsTakenBack(at, setting) && !IsMadeByPgDump(at.Script) => new(
            $"From here to its end the script's names without a schema mean those in '{path}', and what it creates "
                + "lies there.",
            $"Write the schema in front of each name, or 'SET LOCAL search_path = {path}' if all of the rest is "
                + "meant."),
        _ => null,
    };

    private static bool IsOff(string? value) =>
        value is null || value.TrimEnd(' ', 'm', 's', 'i', 'n', 'h', 'd') == "0";

    private static bool Is(string? value, string word) =>
        string.Equals(value, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A later RESET, or a SET … TO DEFAULT, shows for which part it is meant.</summary>
    private static bool IsTakenBack(StatementContext at, SettingChange setting) =>
        at.Later.Any(later => later switch
        {
            ResetSettingStatement { Name: "all" } => setting.Name == "search_path",
            ResetSettingStatement reset => reset.Name == setting.Name,
            SetSettingStatement { Setting: { Value: null or "none" or "NONE" } next } => next.Name == setting.Name,
            _ => false,
        });

    /// <summary>
    /// A dump begins with its settings, these among them. What it creates has no users yet, and it names its schemas.
    /// </summary>
    private static bool IsMadeByPgDump(MigrationFile script)
    {
        var preamble = script.Sql.Statements.Select(statement => SettingsOf(statement.Syntax))
            .TakeWhile(settings => settings.Count > 0)
            .SelectMany(settings => settings)
            .Select(setting => setting.Name)
            .ToList();
        return preamble.Contains("client_encoding") && preamble.Contains("standard_conforming_strings");
    }

    private sealed record Concern(string Message, string Remedy);
}
