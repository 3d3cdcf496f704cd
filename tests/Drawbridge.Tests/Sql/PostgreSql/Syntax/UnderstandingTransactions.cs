namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class UnderstandingTransactions
{
    [Theory]
    [InlineData("BEGIN ISOLATION LEVEL SERIALIZABLE", "TransactionControl(Verb=Begin)")]
    [InlineData("START TRANSACTION", "TransactionControl(Verb=Begin)")]
    [InlineData("COMMIT AND CHAIN", "TransactionControl(Verb=Commit)")]
    [InlineData("END", "TransactionControl(Verb=Commit)")]
    [InlineData("ROLLBACK", "TransactionControl(Verb=Rollback)")]
    [InlineData("ABORT WORK", "TransactionControl(Verb=Rollback)")]
    [InlineData("ROLLBACK WORK TO SAVEPOINT a", "TransactionControl(Verb=RollbackTo)")]
    [InlineData("SAVEPOINT a", "TransactionControl(Verb=Savepoint)")]
    [InlineData("RELEASE a", "TransactionControl(Verb=Release)")]
    [InlineData("PREPARE TRANSACTION 'x'", "TransactionControl(Verb=Prepare)")]
    [InlineData("COMMIT PREPARED 'x'", "TransactionControl(Verb=CommitPrepared)")]
    [InlineData("ROLLBACK PREPARED 'x'", "TransactionControl(Verb=RollbackPrepared)")]
    [InlineData("SET TRANSACTION READ ONLY", "TransactionControl(Verb=SetMode)")]
    [InlineData("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", "TransactionControl(Verb=SetMode)")]
    [InlineData("PREPARE p AS SELECT 1", "Other(FirstWord=PREPARE)")]
    public void Transaction_is_told_by_its_verb(string sql, string outline) => Outline.Of(sql).ShouldBe(outline);
}
