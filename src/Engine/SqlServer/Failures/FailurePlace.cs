using System.Text.RegularExpressions;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer.Failures;

/// <summary>Where in a script something failed.</summary>
/// <param name="Statement">Its number in the script, from 1; null when that is not known.</param>
/// <param name="Offset">Where it is, as near to the cause as the script itself has it; null when there is no such place.</param>
/// <param name="Calls">What to put behind the server's message, with a comma before it; empty when nothing was called.</param>
internal sealed partial record FailurePlace(int? Statement, int? Offset, string Calls)
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>
    /// The server counts lines from the beginning of a batch. In a procedure it counts from that of the batch that made it,
    /// which may be in this very script.
    /// </summary>
    public static FailurePlace Of(SqlScript script, SqlBatch? batch, ServerError error)
    {
        if (batch is null)
        {
            return new FailurePlace(Statement: null, Offset: null, Calls: "");
        }

        if (error.Procedure.Length == 0 || Makes(batch, error.Procedure))
        {
            return At(script, batch, error.Line) with { Calls = "" };
        }

        var calls = $", in '{error.Procedure}', line {error.Line}";
        return script.Batches.LastOrDefault(made => made.Start.Offset <= batch.Start.Offset && Makes(made, error.Procedure)) is { } body
            ? At(script, body, error.Line) with { Calls = calls }
            : At(script, batch, line: 1) with { Calls = calls };
    }

    private static FailurePlace At(SqlScript script, SqlBatch batch, int line)
    {
        var number = batch.Start.Line + Math.Max(line, 1) - 1;
        var statement = batch.Statements.LastOrDefault(one => one.Line <= number)
            ?? (batch.Statements is [var first, ..] ? first : null);
        var start = script.Lines.Line(number) is { } span && number > statement?.Line
            ? span.Offset + IndentOf(script.Text.AsSpan(span.Offset, span.Length))
            : statement?.Offset ?? batch.Start.Offset;
        return new FailurePlace(NumberOf(script, statement), Math.Min(start, batch.Start.Offset + batch.Length), Calls: "");
    }

    private static int? NumberOf(SqlScript script, SqlStatement? statement) => statement is null
        ? null
        : script.Statements.TakeWhile(other => !ReferenceEquals(other, statement)).Count() + 1;

    private static int IndentOf(ReadOnlySpan<char> line) => line.Length - line.TrimStart().Length;

    /// <summary>
    /// Whether the batch makes the procedure, function, trigger or view of that name, whatever its schema.
    /// </summary>
    private static bool Makes(SqlBatch batch, string procedure) => batch.Statements is [var only]
        && MadeModule().Match(only.Text) is { Success: true } module
        && LastPart(module.Groups["name"].Value).Equals(LastPart(procedure), StringComparison.OrdinalIgnoreCase);

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..].Trim('[', ']', '"', ' ');

    [GeneratedRegex(@"^(create|alter|create\s+or\s+alter)\s+(proc|procedure|function|trigger|view)\s+(?<name>[\w$#@.\[\]""]+)", Options)]
    private static partial Regex MadeModule();
}
