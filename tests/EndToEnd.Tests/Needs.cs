namespace Drawbridge.EndToEnd.Tests;

/// <summary>What a test needs besides an account, or this machine's stand-in for one.</summary>
public enum Needs
{
    /// <summary>Nothing: the action, the bucket and the results tell all.</summary>
    Nothing,

    /// <summary>To ask the database itself.</summary>
    Database,

    /// <summary>What only the stand-in shows: the function's log, the versions of an object, each invocation.</summary>
    StandIn,
}
