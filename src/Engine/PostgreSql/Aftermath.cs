using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>What a statement that ran outside a transaction left behind when it failed, or when nobody heard how it ended.</summary>
internal sealed class Aftermath(ScriptContext context, SqlStatement statement)
{
    /// <summary>Of the time between the run's deadline and the platform's.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    /// <summary>Whether it is done, as the catalog shows: an index stands and is valid, a database is gone.</summary>
    public async Task<bool> TookEffect(CancellationToken cancellationToken) =>
        Evidence.OfEffect(statement) is { } question && await question.Ask(context.Connection, cancellationToken) is not [];

    /// <summary>Cleans up after a failure, which counts more than whether that succeeds: the next try does it again.</summary>
    public async Task TryCleanUp(CancellationToken cancellationToken)
    {
        using var grace = new CancellationTokenSource(Grace);
        try
        {
            await CleanUp(cancellationToken.IsCancellationRequested ? grace.Token : cancellationToken);
        }
        catch (Exception exception) when (exception is PipelineException or NpgsqlException or OperationCanceledException)
        {
            // What is left now is an invalid index, which costs writes but changes no answer.
        }
    }

    /// <summary>Drops the half-built index, and ends the half-done detaching of a partition.</summary>
    public async Task CleanUp(CancellationToken cancellationToken)
    {
        if (Evidence.OfLeftovers(statement) is not { } question)
        {
            return;
        }

        var commands = await question.Ask(context.Connection, cancellationToken);
        await new Pipeline(context.Connection).Add(TimeOuts.LockTimeOut(context.Script.Sql, isConcurrent: true)).Send(cancellationToken);
        foreach (var command in commands)
        {
            await new Pipeline(context.Connection).Add(command, statement).Send(cancellationToken);
        }

        await new Pipeline(context.Connection).Add(TimeOuts.LockTimeOut(context.Script.Sql)).Send(cancellationToken);
    }
}
