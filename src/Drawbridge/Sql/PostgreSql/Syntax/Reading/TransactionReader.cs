namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads what begins, ends or marks a transaction.</summary>
internal static class TransactionReader
{
    public static StatementSyntax? Read(TokenReader reader) =>
        Verb(reader) is { } verb ? new TransactionControlStatement(reader.Span, verb) : null;

    private static TransactionVerb? Verb(TokenReader reader) =>
        reader.Take("COMMIT", "PREPARED") ? TransactionVerb.CommitPrepared
        : reader.Take("ROLLBACK", "PREPARED") ? TransactionVerb.RollbackPrepared
        : reader.Take("PREPARE", "TRANSACTION") ? TransactionVerb.Prepare
        : reader.Take("PREPARE") ? null
        : reader.TakeAny("BEGIN", "START") ? TransactionVerb.Begin
        : reader.TakeAny("COMMIT", "END") ? TransactionVerb.Commit
        : reader.Take("SAVEPOINT") ? TransactionVerb.Savepoint
        : reader.Take("RELEASE") ? TransactionVerb.Release
        : IsToSavepoint(reader) ? TransactionVerb.RollbackTo
        : TransactionVerb.Rollback;

    private static bool IsToSavepoint(TokenReader reader)
    {
        reader.TakeAny("ROLLBACK", "ABORT");
        reader.TakeAny("WORK", "TRANSACTION");
        return reader.Is("TO");
    }
}
