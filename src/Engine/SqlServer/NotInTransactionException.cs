namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// The server, which alone knows, refused the only statement of a script inside a transaction: nothing of it happened, and it
/// can be run again without one.
/// </summary>
public sealed class NotInTransactionException : Exception
{
    /// <summary>
    /// "Not allowed within a transaction", in the words of statements (226, 574), backups, KILL, DBCC, what concerns
    /// memory-optimized tables, and procedures (15002, 15289).
    /// </summary>
    private static readonly int[] Numbers = [226, 574, 3021, 6115, 8920, 12331, 15002, 15289];

    internal NotInTransactionException(RefusalException refusal)
        : base(refusal.Message, refusal)
    {
    }

    /// <summary>Whether the server says that something can't run in a transaction.</summary>
    internal static bool IsSaidBy(ServerError error) => Numbers.Contains(error.Number);

    /// <summary>Whether a refusal is this.</summary>
    internal static bool Is(RefusalException refusal, LoadedScript script) =>
        IsSaidBy(refusal.Error) && script.Sql.Batches is [{ Count: 1, Statements: [_] }];
}
