using System.Diagnostics;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// A script and its history row in one transaction, sent as one pipeline: it is applied and recorded, or neither.
/// </summary>
internal static class TransactionalScript
{
    /// <summary>Runs the script; a statement that fails is an outcome, not an exception.</summary>
    public static Task<ScriptOutcome> Run(ScriptContext context, CancellationToken cancellationToken) =>
        Run(context, Stopwatch.GetTimestamp(), refused: null, cancellationToken);

    /// <summary>The same of a script that was sent already, together with others.</summary>
    /// <param name="context">The script.</param>
    /// <param name="started">When, by <see cref="Stopwatch"/>.</param>
    /// <param name="refused">What the server answered to that first try; null when there was none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ScriptOutcome> Run(
        ScriptContext context, long started, PipelineException? refused, CancellationToken cancellationToken)
    {
        try
        {
            await context.Tries.Run(
                cancellation => context.Tries.Count == 1 && refused is not null
                    ? Task.FromException(refused)
                    : Send(context, cancellation),
                failure => Conflict.MayPass(context, failure),
                cleanUp: () => context.Restore(cancellationToken),
                cancellationToken);
        }
        catch (PipelineException failure) when (failure.IsCommitted && context.IsConnected)
        {
            // What failed is the clean-up behind the COMMIT: the script is applied and recorded.
            await context.Restore(CancellationToken.None);
        }
        catch (PipelineException failure) when (context.IsAnswered(failure))
        {
            await context.Restore(cancellationToken);
            return context.Ended(transaction: true, started, StatementFailure.Describe(context, failure, Remains(context)));
        }

        return context.Ended(transaction: true, started, error: null);
    }

    private static string Remains(ScriptContext context) => context.Tries.Count == 1
        ? "The script was rolled back: nothing of it is left in the database."
        : $"The script was tried {context.Tries.Count} times and rolled back each time: nothing of it is left in the database.";

    private static async Task Send(ScriptContext context, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(context.Connection);
        await AddTo(pipeline, context, cancellationToken);
        await pipeline.Send(cancellationToken);
    }

    /// <summary>Adds all of it: the transaction with the script and its row, and the clean-up behind.</summary>
    public static async Task AddTo(Pipeline pipeline, ScriptContext context, CancellationToken cancellationToken)
    {
        pipeline.Add(SessionSql.Begin).Add(TimeOuts.Of(context)).AddRequirements(context);
        foreach (var statement in context.Script.Sql.Statements)
        {
            await context.Add(pipeline, statement, cancellationToken);
        }

        pipeline.Add(SessionSql.CheckConstraints).Add(SessionSql.BecomeLogin).Add(AdvisoryLock.AssertHeld);
        Record(pipeline, context).Add(SessionSql.Commit).AddRefresh();
    }

    /// <summary>A script that failed without a transaction and was corrected to need none has a row already.</summary>
    private static Pipeline Record(Pipeline pipeline, ScriptContext context) => context.Script.Begun is { } begun
        ? pipeline.Add(HistorySql.Restart, [.. context.Row, begun.Id])
            .Add(HistorySql.Advance, begun.Id, context.Script.Sql.Statements.Count)
            .Add(context.Finish, begun.Id)
        : pipeline.Add(context.InsertDone, context.Row);
}
