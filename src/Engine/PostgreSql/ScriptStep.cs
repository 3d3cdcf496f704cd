using Drawbridge.Problems;
using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>One statement of a script that can't be one transaction, and the note in history that it is done.</summary>
internal sealed class ScriptStep(ScriptContext context, SqlStatement statement, long row, int done)
{
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
        if (statement.Kind == StatementKind.CopyFromStdin)
        {
            await pipeline.Copy(statement, context.RowsOf(statement), cancellationToken);
        }
        else
        {
            pipeline.Add(statement);
        }

        await pipeline.Add(SessionSql.BecomeLogin).Add(AdvisoryLock.AssertHeld)
            .Add(HistorySql.Advance, row, done).Add(SessionSql.Commit).Send(cancellationToken);
    }

    private Task RollBack(CancellationToken cancellationToken) =>
        new Pipeline(context.Connection).Add(SessionSql.Rollback).Send(cancellationToken);

    private bool IsForCommitting(PipelineException refused) =>
        refused is { IsCancelled: false, Answer.SqlState: PostgresErrorCodes.InvalidTransactionTermination } && context.IsConnected;

    /// <summary>Whether the statement took effect although nobody heard of it; what it left half done is removed.</summary>
    private async Task<bool> WasDone(HistoryRow stopped, CancellationToken cancellationToken)
    {
        var aftermath = new Aftermath(context, statement);
        await aftermath.CleanUp(cancellationToken);
        return !stopped.HasEnded && await aftermath.TookEffect(cancellationToken);
    }

    /// <summary>The server must see the statement as the only one of its message, or it calls that a transaction.</summary>
    private async Task<Problem?> Alone(CancellationToken cancellationToken)
    {
        var venture = new Pipeline(context.Connection);
        venture.Add(statement.IsConcurrent ? [TimeOuts.LockTimeOut(context.Script.Sql, isConcurrent: true)] : []);
        venture.Add(SessionSql.Begin).Add(SessionSql.BecomeLogin).Add(AdvisoryLock.AssertHeld).Add(HistorySql.Venture, row).Add(SessionSql.Commit);
        await venture.Send(cancellationToken);
        using var skipped = new SkippedRelations(context.Connection);
        await SendAlone(cancellationToken);
        if (statement.IsConcurrent && await skipped.FindInvalidIndex(cancellationToken) is { } index)
        {
            return new InvalidIndex(context.Script.Entry.Key, index);
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
            await new Aftermath(context, statement).TryCleanUp(cancellationToken);
            throw;
        }
    }

    /// <summary>Right after a statement that is done already, so that a failure leaves open what history should say.</summary>
    private Task Note(CancellationToken cancellationToken)
    {
        var note = new Pipeline(context.Connection);
        note.Add(statement.IsConcurrent ? [TimeOuts.LockTimeOut(context.Script.Sql)] : []);
        note.Add(SessionSql.Begin).Add(SessionSql.BecomeLogin).Add(AdvisoryLock.AssertHeld).Add(HistorySql.Advance, row, done).Add(SessionSql.Commit);
        return Send(note, isUnknown: true, cancellationToken);
    }

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
