using Drawbridge.Problems;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// The transaction in which batches of a script run and history says so. The script's row is open in it from the first
/// moment: if anything but the end of this commits it, the row is there and tells that the script was cut off.
/// </summary>
internal sealed class ScriptTransaction(ScriptContext context)
{
    /// <summary>
    /// "Uncommittable transaction is detected at the end of the batch": the script has caught the error itself.
    /// </summary>
    private const int DoomedAtTheEnd = 3998;

    /// <summary>Of the time between the run's deadline and the platform's.</summary>
    private static readonly TimeSpan LongestCommit = TimeSpan.FromSeconds(8);

    private readonly SqlChannel _channel = context.Channel;
    private long _id;

    /// <summary>The row's number.</summary>
    public long Row { get; private set; }

    /// <summary>Begins, with a row that is open.</summary>
    /// <param name="openRow">Opens it inside the transaction and answers its number.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Begin(Func<CancellationToken, Task<long>> openRow, CancellationToken cancellationToken)
    {
        _id = (long)(await _channel.AskOne(new SqlRequest(SessionSql.Begin), cancellationToken))!;
        Row = await openRow(cancellationToken);
    }

    /// <summary>Runs a batch; says what is wrong when the transaction is not the run's any more.</summary>
    /// <exception cref="RefusalException">The server refused it.</exception>
    public async Task<Problem?> Run(SqlBatch batch, CancellationToken cancellationToken)
    {
        TransactionState? state;
        try
        {
            await _channel.Send(context.RequestOf(batch), cancellationToken);
            state = await Ask(cancellationToken);
        }
        catch (RefusalException doomed) when (!doomed.IsCancelled && doomed.Error.Number == DoomedAtTheEnd && _channel.IsOpen)
        {
            state = new TransactionState(Depth: 0, Verdict: -1, _id);
        }

        return state?.IsStill(_id) == true ? null
            : await TakeBack(cancellationToken) ? TransactionEnded.Committed(Script, Database)
            : state switch
            {
                { Verdict: -1 } => TransactionEnded.Doomed(Script, Database),
                { Depth: > 1 } => TransactionEnded.LeftOpen(Script, Database),
                _ => TransactionEnded.RolledBack(Script, Database),
            };
    }

    /// <summary>Records, under the lock, and commits; says what is wrong when the lock is gone.</summary>
    /// <param name="record">The change of the row that makes it whole.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Problem?> Commit(SqlRequest record, CancellationToken cancellationToken)
    {
        if (!await context.Session.HoldsLock(cancellationToken))
        {
            await TakeBack(cancellationToken);
            return new LockLost(Script);
        }

        await _channel.Send(record, cancellationToken);
        await CommitOrHangUp();
        return null;
    }

    /// <summary>
    /// Takes everything back that can be; whether the row stays open all the same, because the script committed it.
    /// </summary>
    public async Task<bool> TakeBack(CancellationToken cancellationToken)
    {
        await _channel.Send(SessionSql.Rollback, cancellationToken);
        return Row != 0 && await _channel.AskOne(new SqlRequest(context.History.IsOpen, Row), cancellationToken) is 1;
    }

    /// <summary>
    /// What became of a COMMIT that did not end well is not asked of the session that sent it: it is ended, and a new one
    /// reads the row under the lock. Nor is it told to stop half-way.
    /// </summary>
    private async Task CommitOrHangUp()
    {
        try
        {
            await _channel.Send(new SqlRequest(SessionSql.Commit) { Limit = LongestCommit }, CancellationToken.None);
        }
        catch (RefusalException)
        {
            await _channel.Close();
            throw;
        }
    }

    private string Script => context.Script.Entry.Key;

    private string Database => context.Release.Database;

    /// <summary>Null from a session that a script has told to execute nothing.</summary>
    private Task<TransactionState?> Ask(CancellationToken cancellationToken) => _channel.Ask(
        new SqlRequest(SessionSql.Transaction),
        async reader => await reader.ReadAsync(cancellationToken)
            ? new TransactionState(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2))
            : (TransactionState?)null,
        cancellationToken);
}
