namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What a statement does to a transaction.</summary>
public enum TransactionVerb
{
    /// <summary><c>BEGIN</c> or <c>START TRANSACTION</c></summary>
    Begin,

    /// <summary><c>COMMIT</c> or <c>END</c></summary>
    Commit,

    /// <summary><c>ROLLBACK</c> or <c>ABORT</c></summary>
    Rollback,

    /// <summary><c>SAVEPOINT</c></summary>
    Savepoint,

    /// <summary><c>RELEASE</c></summary>
    Release,

    /// <summary><c>ROLLBACK TO</c></summary>
    RollbackTo,

    /// <summary><c>PREPARE TRANSACTION</c></summary>
    Prepare,

    /// <summary><c>COMMIT PREPARED</c></summary>
    CommitPrepared,

    /// <summary><c>ROLLBACK PREPARED</c></summary>
    RollbackPrepared,

    /// <summary><c>SET TRANSACTION</c>, <c>SET SESSION CHARACTERISTICS</c></summary>
    SetMode,
}
