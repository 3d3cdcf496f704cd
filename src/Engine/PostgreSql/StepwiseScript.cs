using System.Diagnostics;
using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// A script that can't be one transaction. Its row is written first; each statement that can run in a transaction
/// commits together with its progress, the others are counted right after they ended.
/// </summary>
internal static class StepwiseScript
{
    /// <summary>Runs the script from its first statement, or from where an earlier try is known to have stopped.</summary>
    public static async Task<ScriptOutcome> Run(ScriptContext context, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var row = await Start(context, cancellationToken);
        var statements = context.Script.Sql.Statements;
        for (var index = context.Script.Begun?.StatementsDone ?? 0; index < statements.Count; index++)
        {
            try
            {
                await Step(context, statements[index], (row, index + 1), cancellationToken);
            }
            catch (PipelineException failure) when (!failure.IsCancelled && context.IsConnected)
            {
                await context.Restore(cancellationToken);
                await new Pipeline(context.Connection).Add(HistorySql.Halt, row).Send(cancellationToken);
                var error = StatementFailure.Describe(context, failure, Remains(index));
                return new ScriptOutcome(Transaction: false, Stopwatch.GetElapsedTime(started), error);
            }
        }

        await new Pipeline(context.Connection).Add(SessionSql.Rollback).Add(SessionSql.Refresh).Add(HistorySql.Finish, row).Send(cancellationToken);
        return new ScriptOutcome(Transaction: false, Stopwatch.GetElapsedTime(started), Error: null);
    }

    private static async Task<long> Start(ScriptContext context, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(context.Connection);
        if (context.Script.Begun is { } begun)
        {
            var entry = context.Script.Entry;
            pipeline.Add(HistorySql.Restart, begun.Id, entry.Checksum, context.Script.Sql.Statements.Count, context.Release.Id);
            await pipeline.Add(TimeOuts.Of(context.Script.Sql)).Send(cancellationToken);
            return begun.Id;
        }

        await pipeline.Add(TimeOuts.Of(context.Script.Sql)).Send(cancellationToken);
        await using var insert = new NpgsqlCommand(HistorySql.InsertStarted, context.Connection);
        foreach (var value in context.Row)
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return (long)(await insert.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task Step(
        ScriptContext context, SqlStatement statement, (long Row, int Done) progress, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(context.Connection);
        if (IsAlone(context.Script, statement))
        {
            await Alone(context, statement, cancellationToken);
            await pipeline.Add(SessionSql.Begin).Add(SessionSql.BecomeLogin)
                .Add(HistorySql.Advance, progress.Row, progress.Done).Add(SessionSql.Commit).Send(cancellationToken);
            return;
        }

        pipeline.Add(SessionSql.Begin);
        if (statement.Kind == StatementKind.CopyFromStdin)
        {
            await pipeline.Copy(statement, context.RowsOf(statement), cancellationToken);
        }
        else
        {
            pipeline.Add(statement);
        }

        await pipeline.Add(SessionSql.BecomeLogin).Add(AdvisoryLock.AssertHeld)
            .Add(HistorySql.Advance, progress.Row, progress.Done).Add(SessionSql.Commit).Send(cancellationToken);
    }

    private static bool IsAlone(LoadedScript script, SqlStatement statement) =>
        script.IsFoundAlone || statement.CannotRunInTransaction || statement.Kind is StatementKind.Call or StatementKind.Do;

    /// <summary>The server must see the statement as the only one of its message, or it calls that a transaction.</summary>
    private static async Task Alone(ScriptContext context, SqlStatement statement, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(context.Connection);
        if (statement.IsConcurrent)
        {
            await pipeline.Add(TimeOuts.LockTimeOut(context.Script.Sql, isConcurrent: true)).Send(cancellationToken);
        }

        await pipeline.Add(AdvisoryLock.AssertHeld).Send(cancellationToken);
        await pipeline.Add(statement).Send(cancellationToken);
        if (statement.IsConcurrent)
        {
            await pipeline.Add(TimeOuts.LockTimeOut(context.Script.Sql)).Send(cancellationToken);
        }
    }

    private static string Remains(int done) => done == 0
        ? "The script runs without a transaction; no statement before it took effect."
        : $"The script runs without a transaction, so the {done} statements before it stay.";
}
