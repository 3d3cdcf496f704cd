namespace Drawbridge.Engine.SqlServer;

/// <summary>How a session's transaction stands.</summary>
/// <param name="Depth">0 for none.</param>
/// <param name="Verdict">1 when it can be committed, -1 when an error keeps it from that, 0 for none.</param>
/// <param name="Id">Which one; another one when the script has ended the run's.</param>
internal readonly record struct TransactionState(int Depth, int Verdict, long Id)
{
    /// <summary>Whether it is, untouched, the transaction that the run began.</summary>
    /// <param name="begun">The id of that.</param>
    public bool IsStill(long begun) => (Depth, Verdict, Id) == (1, 1, begun);
}
