using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer.Failures;

/// <summary>Turns the server's refusal into an answer that points at the script's own file.</summary>
internal static class StatementFailure
{
    /// <summary>What failed, where, why, what is left of it, and the remedy where it is not the usual one.</summary>
    public static ResultError Describe(ScriptContext context, RefusalException refusal, string remains, string? remedy = null)
    {
        var (script, error) = (context.Script, refusal.Error);
        var place = FailurePlace.Of(script.Sql, refusal.Batch, error);
        var message = Redaction.OfMessage(error, script.Sql).TrimEnd('.');
        var problem = new StatementFailed(
            $"{Subject(refusal, place, script)} failed in database '{context.Release.Database}': {message} ({error.Code})"
                + $"{place.Calls}. {remains}",
            remedy ?? StatementRemedy.For(context, error));
        var position = place.Offset is { } offset ? script.Sql.Lines.Locate(offset) : (TextPosition?)null;
        return ResultError.Of(problem, script.Entry.Key) with
        {
            Statement = place.Statement,
            Line = position?.Line,
            Column = position?.Column,
        };
    }

    private static string Subject(RefusalException refusal, FailurePlace place, LoadedScript script) =>
        (refusal.Batch, place.Statement) switch
        {
            (null, _) => $"Recording '{script.Entry.Key}'",
            (_, { } number) => $"Statement {number} of '{script.Entry.Key}'",
            _ => $"A batch of '{script.Entry.Key}'",
        };
}
