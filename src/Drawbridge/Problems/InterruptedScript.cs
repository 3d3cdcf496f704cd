namespace Drawbridge.Problems;

/// <summary>A script without a transaction ended half-way, and what it did can't be known.</summary>
public sealed record InterruptedScript(string Script, string Database, int Done) : Problem(
    $"Script '{Script}' runs without a transaction and was interrupted in database '{Database}' after {Done} of its statements; whether the next one took effect is not known.",
    "Nothing was run. Look in the database whether statement "
    + $"{Done + 1} of the script took effect, undo it if it did half, and set 'statements_done' of the script's row in drawbridge.history to what is true, and its 'finished_at' to now().");
