using Drawbridge.Tests.Rules;
using Drawbridge.Tests.Sql.Fuzzing;
using Xunit.Abstractions;

namespace Drawbridge.Tests.Sql.SqlServer.Fuzzing;

/// <summary>The examples of the rules' pages, which the rules look at, too.</summary>
public sealed class FuzzingTheReader(ITestOutputHelper output) : DamagingScripts(output)
{
    private static readonly string[] Examples =
    [
        .. from page in RulePage.Ids.Select(RulePage.Read)
           from example in page.Bad.Concat(page.Ok)
           let text = string.Join('\n', example.Lines)
           where text.Contains("engine: sqlserver", StringComparison.Ordinal)
           select text,
    ];

    protected override int UsualTexts => 3_000;

    protected override IReadOnlyList<string> Corpus => Examples;

    protected override string? FindFlaw(string text) => ScriptFlaw.Find(text);
}
