using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Sql.Fuzzing;
using Xunit.Abstractions;

namespace Drawbridge.Tests.Sql.PostgreSql.Fuzzing;

/// <summary>The corpus of the repository.</summary>
public sealed class FuzzingTheReader(ITestOutputHelper output) : DamagingScripts(output)
{
    /// <summary>Memory stands for steps: it is the same in every run, and grows with what the reader does.</summary>
    private const int BytesPerCharacter = 600;

    private const int BytesPerScript = 300_000;

    protected override int UsualTexts => 30_000;

    protected override IReadOnlyList<string> Corpus => Fuzzing.Corpus.Texts;

    protected override string? FindFlaw(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var script = PostgreSqlReader.Read(text);
        _ = script.Statements.Sum(statement => statement.Syntax.Span.Length);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return bytes > BytesPerScript + BytesPerCharacter * text.Length
            ? $"{bytes} bytes for {text.Length} characters"
            : ScriptFlaw.Find(script) ?? FindInNeighbours(script);
    }

    /// <summary>What stands behind a whole script changes nothing about it.</summary>
    private static string? FindInNeighbours(SqlScript script)
    {
        if (script.Errors.Count > 0 || script.Statements is [] or [.., { CopyData: not null }])
        {
            return null;
        }

        var longer = PostgreSqlReader.Read($"{script.Text}\n;SELECT ';'");
        return longer.Errors.Count == 0 && TextsOf(longer).SequenceEqual(TextsOf(script).Append("SELECT ';'"))
            ? null
            : "one more statement behind it changes how it is read";
    }

    private static IEnumerable<string> TextsOf(SqlScript script) => script.Statements.Select(statement => statement.Text);
}
