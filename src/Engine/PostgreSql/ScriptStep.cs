using Drawbridge.Problems;
using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>One statement of a script that can't be one transaction, and the note in history that it is done.</summary>
internal sealed class ScriptStep(ScriptContext context, SqlStatement statement, long row, int done)
{
    private bool MayCommit => statement.Kind is StatementKind.Call or StatementKind.Do;

    /// <summary>Runs it; what looked done but was not is a problem.</summary>
    /// <exception cref="PipelineException">The server refused it; <see cref="PipelineException.IsOutcomeUnknown"/> says what that means.</exception>
    public async Task<Problem?> Run(CancellationToken cancellationToken)
    {
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

    /// <summary>The server must see the statement as the only one of its message, or it calls that a transaction.</summary>
    private async Task<Problem?> Alone(CancellationToken cancellationToken)
    {
        if (statement.IsConcurrent)
        {
            await Send(new Pipeline(context.Connection).Add(TimeOuts.LockTimeOut(context.Script.Sql, isConcurrent: true)), false, cancellationToken);
        }

        await Send(new Pipeline(context.Connection).Add(AdvisoryLock.AssertHeld), false, cancellationToken);
        using var skipped = new SkippedRelations(context.Connection);
        await Send(new Pipeline(context.Connection).Add(statement), MayCommit, cancellationToken);
        if (statement.IsConcurrent && await skipped.FindInvalidIndex(cancellationToken) is { } index)
        {
            return new InvalidIndex(context.Script.Entry.Key, index);
        }

        var note = new Pipeline(context.Connection);
        note.Add(statement.IsConcurrent ? [TimeOuts.LockTimeOut(context.Script.Sql)] : []);
        note.Add(SessionSql.Begin).Add(SessionSql.BecomeLogin).Add(HistorySql.Advance, row, done).Add(SessionSql.Commit);
        await Send(note, isUnknown: true, cancellationToken);
        return null;
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
