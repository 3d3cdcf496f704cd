using Drawbridge.Sql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>What a statement that ran outside a transaction left behind when it failed, or when nobody heard how it ended.</summary>
internal sealed class Aftermath(ScriptContext context, SqlStatement statement)
{
    /// <summary>Whether it is done, as the catalog shows: an index stands and is valid, a database is gone.</summary>
    public Task<bool> TookEffect(CancellationToken cancellationToken) => IsSo(Evidence.OfEffect(statement), cancellationToken);

    /// <summary>Whether it is done although it failed: what it left was brought to its end.</summary>
    public Task<bool> WasCompleted(CancellationToken cancellationToken) =>
        IsSo(Evidence.OfCompletion(statement), cancellationToken);

    /// <summary>Whether an index that <c>IF NOT EXISTS</c> took for done is one that an earlier, failed try left behind.</summary>
    public Task<bool> SkippedInvalidIndex(CancellationToken cancellationToken) =>
        IsSo(Evidence.OfSkipping(statement), cancellationToken);

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

    private async Task<bool> IsSo(CatalogQuestion? question, CancellationToken cancellationToken) =>
        question is not null && await question.Ask(context.Connection, cancellationToken) is not [];
}
