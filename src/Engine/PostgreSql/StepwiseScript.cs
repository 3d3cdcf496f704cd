using System.Diagnostics;
using Drawbridge.Manifests;
using Drawbridge.Problems;
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
        if (await CheckRequirements(context, cancellationToken) is { } unmet)
        {
            return context.Ended(transaction: false, started, unmet);
        }

        var row = await Start(context, cancellationToken);
        var statements = context.Script.Sql.Statements;
        for (var index = context.Script.Begun?.StatementsDone ?? 0; index < statements.Count; index++)
        {
            context.Clock.Begin();
            if (await Step(context, (row, index), cancellationToken) is { } error)
            {
                return context.Ended(transaction: false, started, error);
            }
        }

        await new Pipeline(context.Connection).Add(SessionSql.Rollback).AddRefresh()
            .Add(context.Finish, row).Send(cancellationToken);
        return context.Ended(transaction: false, started, error: null);
    }

    /// <summary>Before anything of the script is recorded: one that may not begin has not begun.</summary>
    private static async Task<ResultError?> CheckRequirements(ScriptContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Tries.Run(
                cancellation => new Pipeline(context.Connection).AddRequirementsAlone(context).Send(cancellation),
                failure => Conflict.MayPass(context, failure),
                cleanUp: () => context.Restore(cancellationToken),
                cancellationToken);
            return null;
        }
        catch (PipelineException failure) when (!failure.IsCancelled && context.IsConnected)
        {
            await context.Restore(cancellationToken);
            return StatementFailure.Describe(context, failure, Remains(done: 0));
        }
    }

    private static async Task<long> Start(ScriptContext context, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(context.Connection);
        if (context.Script.Begun is { } begun)
        {
            await pipeline.Add(HistorySql.Restart, [.. context.Row, begun.Id]).Add(TimeOuts.Of(context)).Send(cancellationToken);
            return begun.Id;
        }

        await pipeline.Add(TimeOuts.Of(context)).Send(cancellationToken);
        await using var insert = new NpgsqlCommand(HistorySql.InsertStarted, context.Connection);
        foreach (var value in context.Row)
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return (long)(await insert.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<ResultError?> Step(ScriptContext context, (long Row, int Index) at, CancellationToken cancellationToken)
    {
        var statement = context.Script.Sql.Statements[at.Index];
        try
        {
            var stopped = context.Script.Begun is { } begun && begun.StatementsDone == at.Index ? begun : null;
            await SetAgain(context, stopped, cancellationToken);
            var step = new ScriptStep(context, statement, at.Row, at.Index + 1) { Stopped = stopped };
            var problem = await step.Run(cancellationToken);
            if (problem is null)
            {
                return null;
            }

            await Halt(context, at.Row, cancellationToken);
            return ErrorAt(context, at.Index, problem);
        }
        catch (PipelineException failure) when (failure is { IsCancelled: true, IsOutcomeUnknown: false } && context.IsConnected)
        {
            await LastMoments.Try(cancellation => Halt(context, at.Row, cancellation), cancellationToken);
            throw;
        }
        catch (PipelineException failure) when (context.IsAnswered(failure)
            && (context.IsConnected || !failure.IsOutcomeUnknown))
        {
            if (failure.IsOutcomeUnknown)
            {
                await context.Restore(cancellationToken);
                return ErrorAt(context, at.Index, new StatementUnresolved(context.Script.Entry.Key, at.Index + 1, Reason(context, failure)));
            }

            await Halt(context, at.Row, cancellationToken);
            return StatementFailure.Describe(context, failure, Remains(at.Index), RemedyFor(context, at.Index));
        }
    }

    /// <summary>
    /// Where the script stands is known, so a later release may go on from there. When the driver hung up, what ran in
    /// a transaction stands in history anyway, and of the rest the catalog will be asked.
    /// </summary>
    private static async Task Halt(ScriptContext context, long row, CancellationToken cancellationToken)
    {
        if (!context.IsConnected)
        {
            return;
        }

        await context.Restore(cancellationToken);
        await new Pipeline(context.Connection).Add(HistorySql.Halt, row).Send(cancellationToken);
    }

    /// <summary>What earlier statements set for the session went with that session.</summary>
    private static Task SetAgain(ScriptContext context, HistoryRow? stopped, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(context.Connection);
        foreach (var statement in context.Script.Sql.Statements.Take(stopped?.StatementsDone ?? 0))
        {
            if (SessionState.CanBeSetAgain(statement))
            {
                pipeline.Add(statement);
            }
        }

        return pipeline.Send(cancellationToken);
    }

    private static ResultError ErrorAt(ScriptContext context, int index, Problem problem)
    {
        var statement = context.Script.Sql.Statements[index];
        return ResultError.Of(problem, context.Script.Entry.Key) with
        {
            Statement = index + 1,
            Line = statement.Line,
            Column = statement.Column,
        };
    }

    private static string Reason(ScriptContext context, PipelineException failure) => failure.Command == AdvisoryLock.AssertHeld
        ? "it gave the migration lock away"
        : $"{Redaction.OfMessage(failure.Answer, context.Script.Sql)} (SQLSTATE {failure.Answer.SqlState})";

    private static string Remains(int done) => done switch
    {
        0 => "The script runs without a transaction; no statement before it took effect.",
        1 => "The script runs without a transaction, so the statement before it stays.",
        _ => $"The script runs without a transaction, so the {done} statements before it stay.",
    };

    /// <summary>Null for the usual one: a script of which nothing took effect may be corrected.</summary>
    private static string? RemedyFor(ScriptContext context, int done) =>
        done == 0 ? null
        : context.Script.Sql.Statements.Take(done).Any(SessionState.EndsWithSession)
            ? "Leave the file as it is, because part of it is applied. A statement before made something that ended with this "
                + "session, so no run can go on by itself: complete the script by hand and mark it in 'drawbridge.yml' as "
                + "'done', or take back what it did and mark it to 'run-again'."
            : "Leave the file as it is, because part of it is applied. Remove the cause in the database, then "
                + $"{context.Again}: the run goes on with this very statement. When the file itself is wrong, take back what "
                + "it did, correct it, and mark it in 'drawbridge.yml' to 'run-again'.";
}
