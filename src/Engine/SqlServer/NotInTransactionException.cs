namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// The server, which alone knows, refused the only statement of a script inside a transaction: nothing of it happened, and it
/// can be run again without one.
/// </summary>
public sealed class NotInTransactionException : Exception
{
    /// <summary>
    /// "Statement not allowed within a transaction", in the words of statements, backups and procedures.
    /// </summary>
    private static readonly int[] Numbers = [226, 574, 3021, 15002];

    internal NotInTransactionException(RefusalException refusal)
        : base(refusal.Message, refusal)
    {
    }

    /// <summary>Whether a refusal is this.</summary>
    internal static bool Is(RefusalException refusal, LoadedScript script) =>
        Numbers.Contains(refusal.Error.Number) && script.Sql.Batches is [{ Count: 1, Statements: [_] }];
}
