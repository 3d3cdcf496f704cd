using System.Diagnostics;
using Drawbridge.Engine.SqlServer.Failures;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine.SqlServer;

/// <summary>A script and its history row in one transaction: it is applied and recorded, or neither.</summary>
internal static class TransactionalScript
{
    /// <summary>Runs the script; a batch that fails is an outcome, not an exception.</summary>
    public static async Task<ScriptOutcome> Run(ScriptContext context, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        ResultError? error = null;
        try
        {
            await context.Tries.Run(
                async cancellation => error = await Try(context, cancellation),
                failure => Conflict.MayPass(context, failure),
                cleanUp: () => context.Refresh(cancellationToken),
                cancellationToken);
        }
        catch (RefusalException refusal) when (!refusal.IsCancelled && context.Channel.IsOpen)
        {
            error = StatementFailure.Describe(context, refusal, Remains(context));
        }

        await context.Refresh(CancellationToken.None);
        return context.Ended(transaction: true, started, error);
    }

    private static string Remains(ScriptContext context) => context.Tries.Count == 1
        ? "The script was rolled back: nothing of it is left in the database."
        : $"The script was tried {context.Tries.Count} times and rolled back each time: nothing of it is left in the database.";

    /// <summary>Null when the script is applied and recorded.</summary>
    private static async Task<ResultError?> Try(ScriptContext context, CancellationToken cancellationToken)
    {
        var transaction = new ScriptTransaction(context);
        try
        {
            await context.Channel.Send(context.LockTimeOut, cancellationToken);
            await transaction.Begin(cancellation => OpenRow(context, cancellation), cancellationToken);
            return await Requirement.FirstUnmet(context, cancellationToken) is { } unmet
                ? await TakenBack(transaction, unmet, cancellationToken)
                : await RunBatches(context, transaction, cancellationToken);
        }
        catch (RefusalException refusal) when (!refusal.IsCancelled && context.Channel.IsOpen)
        {
            if (await transaction.TakeBack(cancellationToken))
            {
                var committed = TransactionEnded.Committed(context.Script.Entry.Key, context.Release.Database);
                return context.ErrorAt(committed, refusal.Batch);
            }

            if (NotInTransactionException.Is(refusal, context.Script))
            {
                throw new NotInTransactionException(refusal);
            }

            throw;
        }
    }

    private static async Task<ResultError?> RunBatches(
        ScriptContext context, ScriptTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var batch in context.Steps)
        {
            if (await transaction.Run(batch, cancellationToken) is { } problem)
            {
                return context.ErrorAt(problem, batch);
            }
        }

        await context.Session.Settle(cancellationToken);
        var progress = new SqlRequest(context.History.Advance, transaction.Row, context.Steps.Count);
        await context.Channel.Send(progress, cancellationToken);
        var lost = await transaction.Commit(new SqlRequest(context.Finish, transaction.Row), cancellationToken);
        return lost is null ? null : context.ErrorAt(lost);
    }

    private static async Task<ResultError?> TakenBack(
        ScriptTransaction transaction, ResultError error, CancellationToken cancellationToken)
    {
        await transaction.TakeBack(cancellationToken);
        return error;
    }

    /// <summary>A script that failed without a transaction and was corrected to need none has a row already.</summary>
    private static async Task<long> OpenRow(ScriptContext context, CancellationToken cancellationToken)
    {
        var row = await context.WriteRow(context.History.InsertBegun, cancellationToken);
        if (context.Script.Begun is not null)
        {
            await context.Channel.Send(new SqlRequest(context.History.Venture, row), cancellationToken);
        }

        return row;
    }
}
