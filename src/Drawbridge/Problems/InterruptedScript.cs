namespace Drawbridge.Problems;

/// <summary>A script without a transaction ended half-way, and going on by itself would be a guess.</summary>
public sealed record InterruptedScript(string Message, string Remedy) : Problem(Message, Remedy)
{
    /// <summary>It was begun with another content.</summary>
    public static InterruptedScript Changed(string script, string database, int done) => new(
        $"Script '{script}' runs without a transaction, stopped in database '{database}' after {done} of its statements, "
        + "and was changed since.",
        "Nothing was run. Give the file back the content with which it was begun, remove in the database what made it "
        + "stop, and deploy again: the run goes on behind the statements that are done. Or mark the script in "
        + "'drawbridge.yml' as 'done' or to 'run-again'.");

    /// <summary>It takes a migration back, and until it has ended nobody knows what the database holds.</summary>
    public static InterruptedScript OfUndo(string script, string database, int done) => new(
        $"Undo script '{script}' runs without a transaction and stopped in database '{database}' after {done} of its "
        + "statements.",
        "Nothing was run. Remove in the database what made it stop and undo to the same version again: the run goes on "
        + "behind the statements that are done.");

    /// <summary>It shall be taken back before it has ended.</summary>
    public static InterruptedScript BeforeUndo(string script, string database, int done) => new(
        $"Script '{script}' runs without a transaction and stopped in database '{database}' after {done} of its "
        + "statements, so its undo script does not fit.",
        "Nothing was run. Deploy first, so that the script comes to its end, then undo.");

    /// <summary>What it made in its session went with it, and what is left of the script may need that.</summary>
    public static InterruptedScript SessionEnded(string script, string database, int done, int made) => new(
        $"Script '{script}' runs without a transaction and stopped in database '{database}' after {done} of its "
        + $"statements. Its statement {made} made something that ended with that session: a temporary object, a prepared "
        + "statement, a lock, or a setting that can't be set again by itself.",
        $"Nothing was run. Complete the script by hand, in one session and with what statement {made} made, and mark it in "
        + "'drawbridge.yml' as 'done'. Or take back what it did and mark it to 'run-again'.");

    /// <summary>Its run died at a statement of which the database does not show whether it took effect.</summary>
    public static InterruptedScript Unknown(string script, string database, int done) => new(
        $"Script '{script}' runs without a transaction and was interrupted in database '{database}' in its statement "
        + $"{done + 1}, of which the database does not show whether it took effect.",
        $"Nothing was run. Look in the database whether statement {done + 1} took effect. Then complete the script by hand and "
        + "mark it in 'drawbridge.yml' as 'done', or take back what it did and mark it to 'run-again'.");
}
