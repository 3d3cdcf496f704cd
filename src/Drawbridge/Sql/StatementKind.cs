namespace Drawbridge.Sql;

/// <summary>The statements that a runner can't simply send.</summary>
public enum StatementKind
{
    /// <summary>Sent as it is.</summary>
    Other,

    /// <summary>Begins, ends or marks a transaction, which belongs to the runner; not <c>COMMIT PREPARED</c>.</summary>
    TransactionControl,

    /// <summary><c>COPY … FROM STDIN</c>: <see cref="SqlStatement.CopyData"/> has its rows.</summary>
    CopyFromStdin,

    /// <summary><c>COPY … TO STDOUT</c>: its rows would have no reader.</summary>
    CopyToStdout,

    /// <summary><c>COPY … BINARY</c> from or to the client: such data can't stand in a text.</summary>
    CopyBinary,

    /// <summary><c>CALL</c>: may commit by itself, and then can't run in a transaction block.</summary>
    Call,

    /// <summary><c>DO</c>: may commit by itself, and then can't run in a transaction block.</summary>
    Do,

    /// <summary>Nothing is known of it but its text: its syntax is newer than the parser, or nested too deeply.</summary>
    Unparsed,
}
