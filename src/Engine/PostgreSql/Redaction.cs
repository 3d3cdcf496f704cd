using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// Row data does not belong in a bucket. Nearly any message may quote it (a name made of a row, a search term, a query put
/// together by EXECUTE), and what code raises is put together of anything: what is quoted stays only when it stands in the
/// script's own text; what is below COPY are rows.
/// </summary>
internal static class Redaction
{
    /// <summary>Its messages name tables, columns and constraints; the values stand in the DETAIL, which is never shown.</summary>
    private const string IntegrityViolation = "23";

    private const string DataException = "22";

    private const string ExternalRoutine = "38";

    /// <summary>How names are found in a script: the server folds them.</summary>
    private const StringComparison Folded = StringComparison.OrdinalIgnoreCase;

    /// <summary>Where in the server a message is made that is not its own, whatever SQLSTATE it was given.</summary>
    private static readonly string[] Speakers = ["exec_stmt_raise", "exec_stmt_assert"];

    /// <summary>Where the languages besides PL/pgSQL do the same.</summary>
    private static readonly string[] SpeakingFiles = ["plpy", "plperl", "pltcl"];

    /// <summary>The server's message without values that the script does not show already.</summary>
    public static string OfMessage(PostgresException answer, SqlScript script) =>
        IsRaised(answer) ? Raised(answer.MessageText, new ShownText(script))
        : IsOf(answer, IntegrityViolation) ? answer.MessageText
        : new ShownText(script).WithoutQuoted(answer.MessageText, IsOf(answer, DataException) ? StringComparison.Ordinal : Folded);

    /// <summary>The same of its hint, in which the server itself proposes names and settings; null for none.</summary>
    public static string? OfHint(PostgresException answer, SqlScript script) =>
        answer.Hint is not { } hint ? null
        : IsRaised(answer) ? Raised(hint, new ShownText(script))
        : IsOf(answer, DataException) ? new ShownText(script).WithoutQuoted(hint)
        : hint;

    private static bool IsOf(PostgresException answer, string kind) => answer.SqlState.StartsWith(kind, StringComparison.Ordinal);

    private static string Raised(string text, ShownText shown) => shown.WithoutWords(shown.WithoutQuoted(text));

    private static bool IsRaised(PostgresException answer) =>
        (answer.Routine is { } routine && Speakers.Contains(routine))
        || (answer.File is { } file && SpeakingFiles.Any(start => file.StartsWith(start, StringComparison.Ordinal)))
        || IsOf(answer, ExternalRoutine);
}
