namespace Drawbridge.Problems;

/// <summary>A script without a transaction ended half-way, and going on by itself would be a guess.</summary>
public sealed record InterruptedScript(string Script, string Database, int Done, bool HasEnded) : Problem(
    HasEnded
        ? $"Script '{Script}' runs without a transaction, stopped in database '{Database}' after {Done} of its "
            + "statements, and was changed since."
        : $"Script '{Script}' runs without a transaction and was interrupted in database '{Database}' after {Done} of "
            + "its statements; whether the next one took effect is not known.",
    HasEnded
        ? "Nothing was run. Give the file back the content with which it was begun, remove in the database what made "
            + "it stop, and deploy again: the run goes on behind the statements that are done."
        : "Nothing was run. Look in the database whether statement "
        + $"{Done + 1} of the script took effect, undo it if it did half, and set 'statements_done' of the script's "
        + "row in drawbridge.history to what is true, and its 'finished_at' to now().");
