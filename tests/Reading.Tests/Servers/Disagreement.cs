using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Reading.Tests.Servers;

/// <summary>
/// Compares how a text was read with what a server's parser makes of the whole and of each statement.
/// </summary>
internal sealed class Disagreement(Parser parser)
{
    /// <summary>What the server can only name when it has seen the token behind it: base_yylex in parser.c.</summary>
    private static readonly string[] LookAhead = ["U&", "NOT", "NULLS", "WITHOUT", "FORMAT"];

    /// <summary>The first thing on which the two differ; null when there is none.</summary>
    public async Task<string?> Find(string text)
    {
        text = text.TrimStart('\uFEFF');
        var script = PostgreSqlReader.Read(text);
        if (HoldsMoreThanSql(script))
        {
            return await FindInStatements(script);
        }

        var whole = await parser.Judge(text);
        return whole switch
        {
            { Answer: Answer.Refused, Position: 0 } => null,
            { Answer: Answer.Refused } => await FindAround(whole, script),
            _ => await FindInAccepted(whole, script),
        };
    }

    /// <summary>Rows and psql's harmless commands never reach a server's parser.</summary>
    private static bool HoldsMoreThanSql(SqlScript script) =>
        script.Statements.Any(statement => statement.CopyData is not null)
        || script.Text.Contains("\\restrict", StringComparison.Ordinal);

    private async Task<string?> FindInStatements(SqlScript script)
    {
        foreach (var statement in script.Statements)
        {
            if ((await parser.Judge(statement.Text)).Answer == Answer.Several)
            {
                return $"'{statement.Text}' is several statements";
            }
        }

        return null;
    }

    private async Task<string?> FindInAccepted(Verdict whole, SqlScript script)
    {
        if (script.Errors.FirstOrDefault(error => error.Kind != SyntaxErrorKind.InvalidDirective) is { } error)
        {
            return $"the server accepts it, we do not: {error.Message}";
        }

        foreach (var statement in script.Statements)
        {
            if (await parser.Judge(statement.Text) is { Answer: Answer.Refused or Answer.Several } verdict)
            {
                return $"the server accepts the whole, but not '{statement.Text}': {verdict}";
            }
        }

        return whole.Answer switch
        {
            Answer.NothingOrEnd => script.Statements.Count <= 1,
            Answer.One => script.Statements.Count == 1,
            _ => script.Statements.Count > 1,
        }
            ? null
            : $"the server sees {whole.Answer}, we {script.Statements.Count}";
    }

    private async Task<string?> FindAround(Verdict whole, SqlScript script)
    {
        var place = OffsetOf(whole.Position, script.Text);
        var causes = (
            from error in script.Errors
            where PointsAtItsCause(error, script.Text)
            select PlaceOf(error, script.Text)).ToList();
        if (causes.Exists(cause => cause < place))
        {
            return $"the server comes to {whole}, we stop earlier: {script.Errors[0].Message}";
        }

        return causes.Contains(place) ? null : await FindUpTo(place, whole, script);
    }

    /// <summary>What stands before the place is right; what holds it, or ends before it, is wrong there.</summary>
    private async Task<string?> FindUpTo(int place, Verdict whole, SqlScript script)
    {
        var before = script.Statements.TakeWhile(statement => statement.Offset <= place).ToList();
        foreach (var statement in before)
        {
            var verdict = await parser.Judge(statement.Text);
            var isRight = ReferenceEquals(statement, before[^1])
                ? verdict.Answer == Answer.Refused && IsSamePlace(verdict, place, statement)
                : verdict.Answer is Answer.One or Answer.NothingOrEnd;
            if (!isRight)
            {
                return $"the server comes to {whole}, but '{statement.Text}' at {statement.Offset} is {verdict}";
            }
        }

        return before is [] ? $"the server comes to {whole}, where we have nothing" : null;
    }

    /// <summary>Without what follows it, an incomplete statement breaks at its end.</summary>
    private static bool IsSamePlace(Verdict alone, int place, SqlStatement statement)
    {
        var stop = OffsetOf(alone.Position, statement.Text);
        return statement.Offset + stop == place || stop == statement.Length && place > statement.Offset + stop;
    }

    /// <summary>The server counts characters, from 1.</summary>
    private static int OffsetOf(int position, string text) =>
        text.EnumerateRunes().Take(position - 1).Sum(rune => rune.Utf16SequenceLength);

    /// <summary>The N of a national string is a word of its own to the server.</summary>
    private static int PlaceOf(SqlSyntaxError error, string text)
    {
        var offset = error.Position.Offset;
        return error.Kind == SyntaxErrorKind.UnterminatedString && text[offset] is 'N' or 'n' ? offset + 1 : offset;
    }

    /// <summary>The others point at what was opened, or at a token that the server can't name yet.</summary>
    private static bool PointsAtItsCause(SqlSyntaxError error, string text) => error.Kind switch
    {
        SyntaxErrorKind.InvalidDirective => false,
        SyntaxErrorKind.UnclosedParenthesis or SyntaxErrorKind.UnterminatedBody => false,
        SyntaxErrorKind.NotAStatement => !Array.Exists(LookAhead, token => StartsWith(token, text, error.Position)),
        _ => true,
    };

    private static bool StartsWith(string token, string text, TextPosition place) =>
        text.AsSpan(place.Offset).StartsWith(token, StringComparison.OrdinalIgnoreCase);
}
