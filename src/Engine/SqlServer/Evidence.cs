using System.Text.RegularExpressions;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer;

/// <summary>Where the catalog shows what became of a batch that ran outside a transaction.</summary>
internal static partial class Evidence
{
    /// <summary>@p1 the database.</summary>
    public const string DatabaseIsThere = "SELECT CAST(CASE WHEN DB_ID(@p1) IS NULL THEN 0 ELSE 1 END AS int);";

    /// <summary>@p1 the database.</summary>
    public const string DatabaseIsGone = "SELECT CAST(CASE WHEN DB_ID(@p1) IS NULL THEN 1 ELSE 0 END AS int);";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const int Patience = 1000;

    /// <summary>Whether the catalog can tell if a batch took effect, or it may run twice.</summary>
    public static bool CanJudge(SqlBatch batch) =>
        (batch.Statements is [var only] && QuestionOf(only) is not null)
        || batch.Statements.All(statement => MayRunTwice().IsMatch(statement.Text));

    /// <summary>
    /// Whether it is done or not, as a whole. Of several statements, of a procedure and of a condition a part may be done
    /// when something fails, because each of their statements commits by itself.
    /// </summary>
    public static bool IsOneAction(SqlBatch batch) => batch.Statements is [var only] && OneAction().IsMatch(only.Text);

    /// <summary>
    /// Whether a batch took effect although nobody heard of it; false when it did not, or may run twice.
    /// </summary>
    public static async Task<bool> TookEffect(SqlBatch batch, SqlChannel channel, CancellationToken cancellationToken) =>
        batch.Statements is [var only]
        && QuestionOf(only) is { } question
        && await channel.AskOne(question, cancellationToken) is 1;

    /// <summary>
    /// The question that the catalog answers with 1 when the statement took effect; null when it can't tell.
    /// </summary>
    public static SqlRequest? QuestionOf(SqlStatement statement) => DatabaseStatement().Match(statement.Text) is { Success: true } match
        ? new SqlRequest(
            match.Groups["verb"].Value.Equals("create", StringComparison.OrdinalIgnoreCase) ? DatabaseIsThere : DatabaseIsGone,
            match.Groups["bracketed"] is { Success: true, Value: var quoted }
                ? quoted.Replace("]]", "]", StringComparison.Ordinal)
                : match.Groups["plain"].Value)
        : null;

    /// <summary>One database, and nothing that makes it another thing (a snapshot, an attached file, a list).</summary>
    [GeneratedRegex(
        @"^(?<verb>create|drop)\s+database\s+(if\s+exists\s+)?(\[(?<bracketed>([^\]]|\]\])+)\]|(?<plain>[\p{L}_][\w$#@]*))"
        + @"(\s+collate\s+\w+)?\s*;?\s*$",
        Options,
        Patience)]
    private static partial Regex DatabaseStatement();

    /// <summary>The server's own procedures look whether they may before they do anything.</summary>
    [GeneratedRegex(
        @"^(alter|backup|create|dbcc|drop|kill|reconfigure|restore)\b"
        + @"|^(exec(ute)?\s+)?(master\.)?((dbo|sys)?\.)?sp_(add|attach|configure|dboption|detach|drop|fulltext|renamedb|replicationdboption|serveroption)",
        Options,
        Patience)]
    private static partial Regex OneAction();

    /// <summary>Sets what it says, however often.</summary>
    [GeneratedRegex(
        @"^(alter\s+database\s+.*\bset\b|reconfigure\b|(exec(ute)?\s+)?(sys\.)?sp_configure\b)",
        Options | RegexOptions.Singleline,
        Patience)]
    private static partial Regex MayRunTwice();
}
