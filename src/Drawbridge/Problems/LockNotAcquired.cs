namespace Drawbridge.Problems;

/// <summary>Another run kept the database's migration lock for too long.</summary>
public sealed record LockNotAcquired(string Database, int Seconds, string Holder) : Problem(
    $"The migration lock of database '{Database}' was not free within {Seconds} s: {Holder} holds it.",
    "Nothing was run. Wait for that run to end, or end its session if it hangs, then deploy again.");
