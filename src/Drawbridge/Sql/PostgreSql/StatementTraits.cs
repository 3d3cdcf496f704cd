namespace Drawbridge.Sql.PostgreSql;

/// <summary>What the runner must know about one statement, read from its first words and a few names.</summary>
internal readonly record struct StatementTraits(
    StatementKind Kind, bool CannotRunInTransaction, bool IsConcurrent, SessionDamage Damage)
{
    private static readonly StatementTable<KindRow> Kinds = new(
        row => row.Form,
        [
            new("COMMIT PREPARED", StatementKind.Other),
            new("ROLLBACK PREPARED", StatementKind.Other),
            new("BEGIN", StatementKind.TransactionControl),
            new("START TRANSACTION", StatementKind.TransactionControl),
            new("COMMIT", StatementKind.TransactionControl),
            new("END", StatementKind.TransactionControl),
            new("ROLLBACK", StatementKind.TransactionControl),
            new("ABORT", StatementKind.TransactionControl),
            new("SAVEPOINT", StatementKind.TransactionControl),
            new("RELEASE", StatementKind.TransactionControl),
            new("PREPARE TRANSACTION", StatementKind.TransactionControl),
            new("COPY BINARY … FROM|TO STDIN|STDOUT", StatementKind.CopyBinary),
            new("COPY … FROM|TO STDIN|STDOUT [WITH] BINARY", StatementKind.CopyBinary),
            new("COPY … FROM|TO STDIN|STDOUT [WITH] ( … FORMAT BINARY|'binary'", StatementKind.CopyBinary),
            new("COPY … FROM STDIN|STDOUT", StatementKind.CopyFromStdin),
            new("COPY … TO STDIN|STDOUT", StatementKind.CopyToStdout),
            new("CALL", StatementKind.Call),
            new("DO", StatementKind.Do),
        ]);

    public static StatementTraits Of(ReadOnlySpan<char> statement)
    {
        var cursor = new TokenCursor(statement);
        var refused = TransactionBlock.FindRefusedForm(cursor);
        return new StatementTraits(
            Kinds.Find(cursor)?.Kind ?? StatementKind.Other,
            refused is not null,
            refused?.EndsWith("CONCURRENTLY", StringComparison.Ordinal) ?? false,
            SessionGuard.Inspect(cursor, statement));
    }

    private sealed record KindRow(string Form, StatementKind Kind);
}
