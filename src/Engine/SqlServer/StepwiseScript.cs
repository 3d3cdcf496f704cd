using System.Diagnostics;
using Drawbridge.Engine.SqlServer.Failures;
using Drawbridge.Manifests;

namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// A script that can't be one transaction. Its row is written first; each batch that can run in a transaction commits
/// together with its progress, the others are counted right after they ended.
/// </summary>
internal static class StepwiseScript
{
    /// <summary>Runs the script from its first batch, or from where an earlier try is known to have stopped.</summary>
    public static async Task<ScriptOutcome> Run(ScriptContext context, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var error = await CheckRequirements(context, cancellationToken) ?? await RunSteps(context, cancellationToken);
        await context.Refresh(CancellationToken.None);
        return context.Ended(transaction: false, started, error);
    }

    private static async Task<ResultError?> RunSteps(ScriptContext context, CancellationToken cancellationToken)
    {
        await context.Channel.Send(context.LockTimeOut, cancellationToken);
        var row = await context.WriteRow(context.History.InsertStarted, cancellationToken);
        var done = context.Script.Begun?.StatementsDone ?? 0;
        await SetAgain(context, done, cancellationToken);
        for (var index = done; index < context.Steps.Count; index++)
        {
            context.Clock.Begin();
            var stopped = context.Script.Begun is { } begun && begun.StatementsDone == index ? begun : null;
            var step = new BatchStep(context, context.Steps[index], row, index) { Stopped = stopped };
            if (await Step(context, step, cancellationToken) is { } error)
            {
                return error;
            }
        }

        await context.Session.Settle(cancellationToken);
        await context.Channel.Send(new SqlRequest(context.Finish, row), cancellationToken);
        return null;
    }

    private static async Task<ResultError?> Step(ScriptContext context, BatchStep step, CancellationToken cancellationToken)
    {
        try
        {
            return await step.Run(cancellationToken);
        }
        catch (RefusalException refusal) when (!refusal.IsCancelled && context.Channel.IsOpen)
        {
            return StatementFailure.Describe(context, refusal, Remains(step.Index), RemedyFor(context, step.Index));
        }
    }

    /// <summary>Before anything of the script is recorded: one that may not begin has not begun.</summary>
    private static async Task<ResultError?> CheckRequirements(ScriptContext context, CancellationToken cancellationToken)
    {
        ResultError? error = null;
        await context.Tries.Run(
            async cancellation => error = await Requirement.FirstUnmet(context, cancellation),
            failure => Conflict.MayPass(context, failure),
            cleanUp: () => Task.CompletedTask,
            cancellationToken);
        return error;
    }

    /// <summary>What earlier batches set for the session went with that session.</summary>
    private static async Task SetAgain(ScriptContext context, int done, CancellationToken cancellationToken)
    {
        foreach (var batch in context.Steps.Take(done).Where(SessionState.CanBeSetAgain))
        {
            await context.Channel.Send(context.RequestOf(batch), cancellationToken);
        }
    }

    private static string Remains(int done) => done switch
    {
        0 => "The script runs without a transaction; no batch before it took effect.",
        1 => "The script runs without a transaction, so the batch before it stays.",
        _ => $"The script runs without a transaction, so the {done} batches before it stay.",
    };

    /// <summary>Null for the usual one: a script of which nothing took effect may be corrected.</summary>
    private static string? RemedyFor(ScriptContext context, int done) =>
        done == 0 ? null
        : context.Steps.Take(done).Any(SessionState.EndsWithSession)
            ? "Leave the file as it is, because part of it is applied. A batch before made something that ended with this "
                + "session, so no run can go on by itself: complete the script by hand and mark it in 'drawbridge.yml' as "
                + "'done', or take back what it did and mark it to 'run-again'."
            : "Leave the file as it is, because part of it is applied. Remove the cause in the database, then "
                + $"{context.Script.Entry.Again()}: the run goes on with this very batch. When the file itself is wrong, take "
                + "back what it did, correct it, and mark it in 'drawbridge.yml' to 'run-again'.";
}
