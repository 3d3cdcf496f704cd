using Drawbridge.Problems;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>One statement of a script that can't be one transaction, and the note in history that it is done.</summary>
internal sealed class ScriptStep(ScriptContext context, SqlStatement statement, long row, int done)
{
    private readonly Aftermath _aftermath = new(context, statement);

    /// <summary>The row as the earlier try left it that stopped at this very statement; null for none.</summary>
    public HistoryRow? Stopped { get; init; }

    private bool MayCommit => statement.Kind is StatementKind.Call or StatementKind.Do;

    /// <summary>Runs it; what looked done but was not is a problem.</summary>
    /// <exception cref="PipelineException">The server refused it; <see cref="PipelineException.IsOutcomeUnknown"/> says what that means.</exception>
    public async Task<Problem?> Run(CancellationToken cancellationToken)
    {
        if (Stopped is not null && await WasDone(Stopped, cancellationToken))
        {
            await Note(cancellationToken);
            return null;
        }

        var mustBeAlone = context.Script.IsFoundAlone || statement.CannotRunInTransaction;
        return !mustBeAlone && await TryInTransaction(cancellationToken) ? null : await Alone(cancellationToken);
    }

    /// <summary>
    /// Commits the statement together with the note. A CALL or DO is tried like this too, because only the server knows
    /// whether it commits by itself: if so, it refuses, and nothing of it has happened.
    /// </summary>
    private async Task<bool> TryInTransaction(CancellationToken cancellationToken)
    {
        try
        {
            await context.Tries.Run(
                InTransaction, failure => Conflict.MayPass(context, failure), () => RollBack(cancellationToken), cancellationToken);
            return true;
        }
        catch (PipelineException refused) when (MayCommit && IsForCommitting(refused))
        {
            await RollBack(cancellationToken);
            return false;
        }
    }

    private async Task InTransaction(CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(context.Connection).Add(SessionSql.Begin);
        await context.Add(pipeline, statement, cancellationToken);
        await Record(pipeline, HistorySql.Advance, row, done).Send(cancellationToken);
    }

    private Task RollBack(CancellationToken cancellationToken) =>
        new Pipeline(context.Connection).Add(SessionSql.Rollback).Send(cancellationToken);

    private bool IsForCommitting(PipelineException refused) =>
        refused is { IsCancelled: false, Answer.SqlState: PostgresErrorCodes.InvalidTransactionTermination } && context.IsConnected;

    /// <summary>Whether the statement took effect although nobody heard of it; what it left half done is removed.</summary>
    private async Task<bool> WasDone(HistoryRow stopped, CancellationToken cancellationToken)
    {
        await _aftermath.CleanUp(cancellationToken);
        return stopped.HasEnded
            ? await _aftermath.WasCompleted(cancellationToken)
            : await _aftermath.TookEffect(cancellationToken);
    }

    /// <summary>The server must see the statement as the only one of its message, or it calls that a transaction.</summary>
    private async Task<Problem?> Alone(CancellationToken cancellationToken)
    {
        var venture = new Pipeline(context.Connection).Add(LockTimeOut(isConcurrent: true)).Add(SessionSql.Begin);
        await Record(venture, HistorySql.Venture, row).Send(cancellationToken);
        await SendAlone(cancellationToken);
        if (statement.Syntax is CreateIndexStatement { Name: { } index }
            && await _aftermath.SkippedInvalidIndex(cancellationToken))
        {
            return new InvalidIndex(context.Script.Entry.Key, index.Value);
        }

        await Note(cancellationToken);
        return null;
    }

    private async Task SendAlone(CancellationToken cancellationToken)
    {
        try
        {
            await Send(new Pipeline(context.Connection).Add(statement), MayCommit, cancellationToken);
        }
        catch (PipelineException failure) when (context.IsConnected && failure.Answer.SqlState != PostgresErrorCodes.DuplicateTable)
        {
            // What may be left is an invalid index, which costs writes but changes no answer.
            await LastMoments.Try(_aftermath.CleanUp, cancellationToken);
            throw;
        }
    }

    /// <summary>Right after a statement that is done already, so that a failure leaves open what history should say.</summary>
    private Task Note(CancellationToken cancellationToken)
    {
        var note = new Pipeline(context.Connection).Add(LockTimeOut(isConcurrent: false)).Add(SessionSql.Begin);
        return Send(Record(note, HistorySql.Advance, row, done), isUnknown: true, cancellationToken);
    }

    /// <summary>Only a statement that waits for others by design goes without the script's time-out, and gives it back.</summary>
    private IReadOnlyList<string> LockTimeOut(bool isConcurrent) =>
        statement.IsConcurrent ? [TimeOuts.LockTimeOut(context.Script.Sql, isConcurrent)] : [];

    /// <summary>Ends a transaction with a change of the script's row, made as the login and under the lock.</summary>
    private static Pipeline Record(Pipeline pipeline, string change, params ReadOnlySpan<object?> values) =>
        pipeline.Add(SessionSql.BecomeLogin).Add(AdvisoryLock.AssertHeld).Add(change, values).Add(SessionSql.Commit);

    private static async Task Send(Pipeline pipeline, bool isUnknown, CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.Send(cancellationToken);
        }
        catch (PipelineException failure)
        {
            failure.IsOutcomeUnknown = isUnknown;
            throw;
        }
    }
}
