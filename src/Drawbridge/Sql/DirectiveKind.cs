namespace Drawbridge.Sql;

/// <summary>What a <c>-- drawbridge:</c> comment asks for.</summary>
public enum DirectiveKind
{
    /// <summary><c>transaction=off</c>: run the script without a transaction around it.</summary>
    TransactionOff,

    /// <summary><c>lock-timeout=5s</c>: how long a statement may wait for a lock.</summary>
    LockTimeout,

    /// <summary><c>statement-timeout=2min</c>: how long a statement may take.</summary>
    StatementTimeout,

    /// <summary><c>ignore rule reason</c>: accept what a rule finds.</summary>
    Ignore,

    /// <summary><c>require expression</c>: run nothing unless the expression is true.</summary>
    Require,
}
