using Drawbridge.Engine.PostgreSql.Failures;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Tells why a script was not begun: what it requires is not true, or can't be asked.</summary>
internal static class RequirementFailure
{
    private const int LongestQuote = 200;

    /// <summary>What is required, where, and what the server said.</summary>
    public static ResultError Describe(ScriptContext context, PipelineException failure, Directive requirement)
    {
        var script = context.Script;
        var start = OffsetOf(script.Sql.Text, requirement);
        if (failure.Command == Requirement.AssertMet)
        {
            return ErrorAt(start, new RequirementNotMet(script.Entry.Key, Short(requirement.Value), context.Release.Database), script);
        }

        var answer = failure.Answer;
        var problem = new RequirementFailed(
            script.Entry.Key, context.Release.Database, Redaction.OfMessage(answer, script.Sql), $"SQLSTATE {answer.SqlState}");
        var characters = ServerCount.Of(context.Connection).Characters(failure.Command, answer.Position) - Requirement.Prefix.Length - 1;
        var isInside = answer.Position > 0 && characters > 0 && characters < requirement.Value.Length;
        return ErrorAt(isInside ? start + CodePoints.Skip(requirement.Value, characters) : start, problem, script) with
        {
            SqlState = answer.SqlState,
            Hint = Redaction.OfHint(answer, script.Sql),
        };
    }

    private static ResultError ErrorAt(int offset, Problem problem, LoadedScript script)
    {
        var position = script.Sql.Lines.Locate(offset);
        return ResultError.Of(problem) with { Script = script.Entry.Key, Line = position.Line, Column = position.Column };
    }

    /// <summary>Where the expression stands behind the directive's name.</summary>
    private static int OffsetOf(string text, Directive requirement)
    {
        var name = text.IndexOf(requirement.Name, requirement.Position.Offset, StringComparison.Ordinal);
        return text.IndexOf(requirement.Value, name + requirement.Name.Length, StringComparison.Ordinal);
    }

    private static string Short(string expression) =>
        expression.Length <= LongestQuote ? expression : $"{expression[..LongestQuote]}…";
}
