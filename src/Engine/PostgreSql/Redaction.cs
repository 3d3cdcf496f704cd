using System.Buffers;
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

    /// <summary>Those of the languages in which the server may speak: "a", «a», „a“, »a«, “a”, ‹a›, ‘a’, 「a」.</summary>
    private const string QuoteCharacters = "\"«»„“”‹›‘’‚「」『』";

    private static readonly SearchValues<char> Quotes = SearchValues.Create(QuoteCharacters);

    /// <summary>What the server writes between two names.</summary>
    private static readonly string[] Links = [" of relation ", " for relation ", " of table ", " for table ", " in table "];

    /// <summary>Where in the server a message is made that is not its own, whatever SQLSTATE it was given.</summary>
    private static readonly string[] Speakers = ["exec_stmt_raise", "exec_stmt_assert"];

    /// <summary>Where the languages besides PL/pgSQL do the same.</summary>
    private static readonly string[] SpeakingFiles = ["plpy", "plperl", "pltcl"];

    /// <summary>The server's message without values that the script does not show already.</summary>
    public static string OfMessage(PostgresException answer, SqlScript script) =>
        IsRaised(answer) ? WithoutWords(WithoutQuoted(answer.MessageText, script), script)
        : IsOf(answer, IntegrityViolation) ? answer.MessageText
        : WithoutQuoted(answer.MessageText, script, IsOf(answer, DataException) ? StringComparison.Ordinal : Folded);

    /// <summary>The same of its hint, in which the server itself proposes names and settings; null for none.</summary>
    public static string? OfHint(PostgresException answer, SqlScript script) =>
        answer.Hint is not { } hint ? null
        : IsRaised(answer) ? WithoutWords(WithoutQuoted(hint, script), script)
        : IsOf(answer, DataException) ? WithoutQuoted(hint, script)
        : hint;

    private static bool IsOf(PostgresException answer, string kind) => answer.SqlState.StartsWith(kind, StringComparison.Ordinal);

    private static bool IsRaised(PostgresException answer) =>
        (answer.Routine is { } routine && Speakers.Contains(routine))
        || (answer.File is { } file && SpeakingFiles.Any(start => file.StartsWith(start, StringComparison.Ordinal)))
        || IsOf(answer, ExternalRoutine);

    private static string WithoutQuoted(string message, SqlScript script, StringComparison comparison = StringComparison.Ordinal)
    {
        if (HasOnlyNames(message.Split(QuoteCharacters.ToCharArray()), script, comparison))
        {
            return message;
        }

        // A value may hold quotes itself, so what lies between the first and the last one is taken as a whole.
        var (first, last) = (message.AsSpan().IndexOfAny(Quotes), message.AsSpan().LastIndexOfAny(Quotes));
        return first < 0 || (first < last && IsShown(message[(first + 1)..last].Trim(), script, comparison))
            ? message
            : $"{message[..first]}'…'{message[(last + 1)..]}";
    }

    /// <summary>Every second part stands in quotes, and between them is nothing that could be a part of a value.</summary>
    private static bool HasOnlyNames(string[] parts, SqlScript script, StringComparison comparison) => parts.Length % 2 == 1
        && parts.Index().Skip(1).SkipLast(1).All(part => part.Index % 2 == 1
            ? part.Item.Length > 0 && IsShown(part.Item, script, comparison)
            : Links.Contains(part.Item));

    private static string WithoutWords(string message, SqlScript script) =>
        string.Join(' ', message.Split(' ').Select(word => IsShown(word, script) ? word : "'…'"));

    private static bool IsShown(string value, SqlScript script, StringComparison comparison = StringComparison.Ordinal)
    {
        var start = 0;
        foreach (var rows in script.Statements.Select(statement => statement.CopyData).OfType<TextSpan>())
        {
            if (script.Text.AsSpan(start..rows.Offset).Contains(value, comparison))
            {
                return true;
            }

            start = rows.End;
        }

        return script.Text.AsSpan(start).Contains(value, comparison);
    }
}
