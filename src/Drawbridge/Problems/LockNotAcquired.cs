namespace Drawbridge.Problems;

/// <summary>
/// Another run, or the tool whose history is taken over, kept the database's migration lock for too long.
/// </summary>
public sealed record LockNotAcquired(string Database, int Seconds, string Holder, string? Tool = null) : Problem(
    $"The migration lock {(Tool is null ? "" : $"of {Tool} ")}of database '{Database}' was not free within {Seconds} s: {Holder} holds it.",
    "Nothing was run. Wait for that run to end, or end its session if it hangs, then deploy again.");
