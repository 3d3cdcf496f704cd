using Drawbridge.Engine.PostgreSql.Failures;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Turns the server's refusal into an answer that points at the script's own file.</summary>
internal static class StatementFailure
{
    /// <summary>What failed, where, why, what is left of it, and the remedy where it is not the usual one.</summary>
    public static ResultError Describe(ScriptContext context, PipelineException failure, string remains, string? remedy = null)
    {
        if (failure.Requirement is { } requirement)
        {
            return RequirementFailure.Describe(context, failure, requirement);
        }

        var script = context.Script;
        var answer = failure.Answer;
        if (failure.Command == AdvisoryLock.AssertHeld && answer.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            return ResultError.Of(new LockLost(script.Entry.Key), script.Entry.Key);
        }

        var number = failure.Statement is null ? (int?)null : NumberOf(script.Sql, failure.Statement);
        var message = Redaction.OfMessage(answer, script.Sql);
        var place = FailurePlace.Of(context, failure.Statement, answer);
        var problem = new StatementFailed(
            $"{Subject(number, failure, script.Entry.Key)} failed in database '{context.Release.Database}': {message} (SQLSTATE {answer.SqlState}){place.Calls}. {remains}",
            remedy ?? StatementRemedy.For(context, failure));
        var position = place.Offset is { } offset ? script.Sql.Lines.Locate(offset) : (TextPosition?)null;
        return ResultError.Of(problem, script.Entry.Key) with
        {
            Statement = number,
            Line = position?.Line,
            Column = position?.Column,
            SqlState = answer.SqlState,
            Hint = Redaction.OfHint(answer, script.Sql),
        };
    }

    private static string Subject(int? number, PipelineException failure, string key) => number switch
    {
        null when failure.Command == SessionSql.CheckConstraints => $"A deferred constraint of '{key}'",
        null => $"Recording '{key}'",
        _ => $"Statement {number} of '{key}'",
    };

    private static int NumberOf(SqlScript script, SqlStatement statement) =>
        script.Statements.TakeWhile(other => !ReferenceEquals(other, statement)).Count() + 1;
}
