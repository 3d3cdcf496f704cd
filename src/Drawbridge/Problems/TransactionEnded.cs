namespace Drawbridge.Problems;

/// <summary>A script ended the transaction that the run holds, which nobody saw before it ran.</summary>
public sealed record TransactionEnded(string Message, string Remedy) : Problem(Message, Remedy)
{
    /// <summary>By taking it back: what it did after that was taken back, too.</summary>
    public static TransactionEnded RolledBack(string script, string database) => new(
        $"Script '{script}' rolled back the transaction that the run holds, so nothing of it is left in database "
        + $"'{database}'.",
        "Remove ROLLBACK from the script, or let it raise an error after it: every script runs in a transaction of its own "
        + "already. A script that failed was never applied, so its file may change.");

    /// <summary>By committing it, before history could say that the script is done.</summary>
    public static TransactionEnded Committed(string script, string database) => new(
        $"Script '{script}' committed the transaction that the run holds, so what it did until then stays in database "
        + $"'{database}', and what came after was rolled back. History says that it has not ended.",
        "Look in the database which part took effect. Take that part back, remove COMMIT from the file and mark the script "
        + "in 'drawbridge.yml' to 'run-again'; or complete it by hand and mark it as 'done'.");

    /// <summary>
    /// Not at all: by one that it began itself and left open, so that the run's can't be told from it.
    /// </summary>
    public static TransactionEnded LeftOpen(string script, string database) => new(
        $"Script '{script}' began a transaction and left it open, so it was rolled back, and nothing of it is left in "
        + $"database '{database}'.",
        "Remove BEGIN TRANSACTION from the script: every script runs in a transaction of its own already. A script that "
        + "failed was never applied, so its file may change.");

    /// <summary>By an error that it caught itself: the server lets nothing be committed after it.</summary>
    public static TransactionEnded Doomed(string script, string database) => new(
        $"Script '{script}' caught an error after which the server commits nothing any more, so nothing of it is left in "
        + $"database '{database}'.",
        "Let the script raise the error again (THROW) to see it, correct its cause, and deploy again. A script that failed "
        + "was never applied, so its file may change.");
}
