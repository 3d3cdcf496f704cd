using System.Text.RegularExpressions;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>What a statement leaves in its session and nowhere else, which a later session lacks.</summary>
internal static partial class SessionState
{
    private const string TemporarySchema = "pg_temp";

    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Whether running it again sets the same, and does nothing else.</summary>
    public static bool CanBeSetAgain(SqlStatement statement) => statement.Syntax switch
    {
        SetSettingStatement or ResetSettingStatement or OtherStatement { FirstWord: "LOAD" } => true,
        SelectStatement select => select.OnlySets,
        _ => false,
    };

    /// <summary>
    /// Whether what it made is gone with its session, as far as its text shows: a statement behind it may then mean
    /// something else, a permanent table of the same name for one.
    /// </summary>
    public static bool EndsWithSession(SqlStatement statement) => statement.Syntax switch
    {
        _ when CanBeSetAgain(statement) => false,
        CreateTableStatement table => table.IsTemporary || IsTemporary(table.Name),
        CreateViewStatement view => view.IsTemporary || IsTemporary(view.Name),
        CreateSequenceStatement sequence => sequence.IsTemporary || IsTemporary(sequence.Name),
        CreateTypeStatement type => IsTemporary(type.Name),
        CreateFunctionStatement function => IsTemporary(function.Name),
        SelectStatement { IsIntoTemporary: true } or SelectStatement { Settings: [_, ..] } => true,
        OtherStatement { FirstWord: "PREPARE" or "DECLARE" or "LISTEN" } => true,
        DoStatement => LeavesSomething().IsMatch(statement.Text) || NamesTemporary().IsMatch(statement.Text),
        _ => LeavesSomething().IsMatch(statement.Text),
    };

    private static bool IsTemporary(QualifiedName name) => name.Schema?.Value == TemporarySchema;

    [GeneratedRegex(@"\b(pg_temp\s*\.|set_config\s*\(|pg_(try_)?advisory_lock(_shared)?\s*\()", Options)]
    private static partial Regex LeavesSomething();

    [GeneratedRegex(@"\b(temp|temporary)\b", Options)]
    private static partial Regex NamesTemporary();
}
