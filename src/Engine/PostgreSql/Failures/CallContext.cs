using System.Globalization;
using System.Text.RegularExpressions;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>Reads what a server says about the calls in which an error arose.</summary>
/// <remarks>
/// The messages are those of plpgsql_exec_error_callback, plpgsql_compile_error_callback and sql_exec_error_callback in
/// the server's source. For PL/pgSQL at work the words don't matter, so a server may speak any language: each
/// translation has the signature and one number. The other two are known in English only, because a translation could
/// be taken for something else. What is not understood is left out.
/// </remarks>
internal static class CallContext
{
    private const string Part = "(?:[a-z_][a-z0-9_]*|\"(?:[^\"]|\"\")+\")";
    private const string Signature = $"{Part}(?:\\.{Part})?\\((?:[^\"()]|\"(?:[^\"]|\"\")*\")*\\)";
    private const string NoQuote = "[^\"«»„“”]*";

    /// <summary>A quoted expression can look like a signature, but there are quotes around more than that.</summary>
    private static readonly Regex AtWork = Linear(
        $"^(?<before>{NoQuote}?)\"?(?<name>{CallFrame.InlineBlock}|{Signature})\"?(?<behind>{NoQuote})$");

    private static readonly Regex Compiling = Linear(
        "^compilation of PL/pgSQL function \"(?<name>.+)\" near line (?<number>[0-9]+)$");

    private static readonly Regex InSql = Linear("^SQL function \"(?<name>.+)\" statement (?<number>[0-9]+)$");
    private static readonly Regex Number = Linear("[0-9]+");
    private static readonly Regex Keyword = Linear("[A-Z]{2,}");

    /// <summary>The calls, the innermost first.</summary>
    public static IReadOnlyList<CallFrame> Read(string? context) =>
        [.. (context ?? "").Split('\n').Select(Frame).OfType<CallFrame>()];

    private static CallFrame? Frame(string line) =>
        Plain(InSql.Match(line), FrameLanguage.Sql)
        ?? Plain(Compiling.Match(line), FrameLanguage.PlPgSql)
        ?? (line.Contains("PL/pgSQL", StringComparison.Ordinal) ? Working(AtWork.Match(line)) : null);

    private static CallFrame? Plain(Match match, FrameLanguage language) => match.Success
        ? new CallFrame(language, match.Groups["name"].Value, NumberIn(match.Groups["number"].Value))
        : null;

    private static CallFrame? Working(Match match)
    {
        var (before, behind) = (match.Groups["before"].Value, match.Groups["behind"].Value);
        var numbers = Number.Matches($"{before} {behind}");
        if (!match.Success || numbers.Count > 1)
        {
            return null;
        }

        var line = numbers.Count == 0 ? null : NumberIn(numbers[0].Value);
        return new CallFrame(FrameLanguage.PlPgSql, match.Groups["name"].Value, line)
        {
            Keyword = Keyword.Match(behind) is { Success: true, Value: not "SQL" } keyword ? keyword.Value : null,
        };
    }

    private static int? NumberIn(string digits) =>
        int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Regex Linear(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}
