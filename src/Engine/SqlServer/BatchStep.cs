using Drawbridge.Engine.SqlServer.Failures;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer;

/// <summary>One batch of a script that can't be one transaction, and the note in history that it is done.</summary>
internal sealed class BatchStep(ScriptContext context, SqlBatch batch, long row, int index)
{
    /// <summary>Of the time between the run's deadline and the platform's.</summary>
    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(4);

    private readonly SqlChannel _channel = context.Channel;
    private readonly HistorySql _history = context.History;

    /// <summary>The row as the earlier try left it that stopped at this very batch; null for none.</summary>
    public HistoryRow? Stopped { get; init; }

    /// <summary>How many batches were done before.</summary>
    public int Index => index;

    /// <summary>Null when it is done and noted.</summary>
    /// <exception cref="RefusalException">The server refused it, and where the script stands is known.</exception>
    public async Task<ResultError?> Run(CancellationToken cancellationToken)
    {
        if (Stopped is { HasEnded: false } && await Evidence.TookEffect(batch, _channel, cancellationToken))
        {
            return await Note(cancellationToken);
        }

        return context.Script.IsFoundAlone || batch.CannotRunInTransaction
            ? await Alone(cancellationToken)
            : await InTransaction(cancellationToken);
    }

    private async Task<ResultError?> InTransaction(CancellationToken cancellationToken)
    {
        ResultError? error = null;
        await context.Tries.Run(
            async cancellation => error = await TryInTransaction(cancellation),
            failure => Conflict.MayPass(context, failure),
            cleanUp: () => Task.CompletedTask,
            cancellationToken);
        return error;
    }

    private async Task<ResultError?> TryInTransaction(CancellationToken cancellationToken)
    {
        var transaction = new ScriptTransaction(context);
        try
        {
            await transaction.Begin(Venture, cancellationToken);
            if (await transaction.Run(batch, cancellationToken) is { } ended)
            {
                return context.ErrorAt(ended, batch);
            }

            var stand = await SessionStand.Take(_channel, cancellationToken);
            await context.Session.Enter(cancellationToken);
            var lost = await transaction.Commit(new SqlRequest(_history.Advance, row, index + 1), cancellationToken);
            await stand.Return(_channel, cancellationToken);
            return lost is null ? null : context.ErrorAt(lost, batch);
        }
        catch (RefusalException refusal) when (!refusal.IsCancelled && _channel.IsOpen)
        {
            if (await transaction.TakeBack(cancellationToken))
            {
                var committed = TransactionEnded.Committed(context.Script.Entry.Key, context.Release.Database);
                return context.ErrorAt(committed, batch);
            }

            throw;
        }
    }

    private async Task<long> Venture(CancellationToken cancellationToken)
    {
        await _channel.Send(new SqlRequest(_history.Venture, row), cancellationToken);
        return row;
    }

    /// <summary>Without a transaction around it.</summary>
    private async Task<ResultError?> Alone(CancellationToken cancellationToken)
    {
        await _channel.Send(new SqlRequest(_history.Venture, row), cancellationToken);
        try
        {
            await _channel.Send(context.RequestOf(batch), cancellationToken);
        }
        catch (RefusalException refusal) when (_channel.IsOpen && Evidence.IsOneAction(batch))
        {
            if (!await HasEndedInTime(refusal))
            {
                await Halt();
                throw;
            }

            var unresolved = await Note(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return unresolved;
        }
        catch (RefusalException refusal) when (_channel.IsOpen && !refusal.IsCancelled)
        {
            return Unresolved($"{Redaction.OfMessage(refusal.Error, context.Script.Sql).TrimEnd('.')} ({refusal.Error.Code})");
        }
        catch (OperationCanceledException) when (_channel.IsOpen)
        {
            // It was never sent: what is under way ends with a refusal.
            await Halt();
            throw;
        }

        return await Note(cancellationToken);
    }

    /// <summary>What was told to end, or took too long, may have come to its end at that very moment.</summary>
    private async Task<bool> HasEndedInTime(RefusalException refusal) =>
        (refusal.IsCancelled || refusal.Error.Number == ServerError.TimedOut)
        && await Evidence.TookEffect(batch, _channel, CancellationToken.None);

    /// <summary>
    /// One action that the server has refused, or ended when it was told to, has not happened.
    /// </summary>
    private async Task Halt()
    {
        await _channel.Send(new SqlRequest(SessionSql.Rollback) { Limit = LastMoments }, CancellationToken.None);
        await _channel.Send(new SqlRequest(_history.Halt, row) { Limit = LastMoments }, CancellationToken.None);
    }

    /// <summary>
    /// Right after a batch that is done already, so that a failure leaves open what history should say.
    /// </summary>
    private async Task<ResultError?> Note(CancellationToken cancellationToken)
    {
        if (await _channel.AskOne(new SqlRequest(SessionSql.Transaction), cancellationToken) is not 0)
        {
            await _channel.Send(SessionSql.Rollback, cancellationToken);
            return Unresolved("it left a transaction open, which was rolled back");
        }

        var stand = await SessionStand.Take(_channel, cancellationToken);
        await context.Session.Enter(cancellationToken);
        if (!await context.Session.HoldsLock(cancellationToken))
        {
            return Unresolved("it gave the migration lock away");
        }

        await _channel.Send(new SqlRequest(_history.Advance, row, index + 1), cancellationToken);
        await stand.Return(_channel, cancellationToken);
        return null;
    }

    private ResultError Unresolved(string reason) =>
        context.ErrorAt(new StatementUnresolved(context.Script.Entry.Key, index + 1, reason), batch);
}
