using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Commands that go to the server together and come back together: one round trip.</summary>
internal sealed class Pipeline(NpgsqlConnection connection)
{
    private readonly List<PipelineStep> _steps = [];
    private int _script;

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => _steps is [];

    /// <summary>What is added from now on belongs to the next script.</summary>
    public void BeginNext() => _script = _steps is [] ? 0 : _script + 1;

    /// <summary>Adds a command of ours.</summary>
    public Pipeline Add(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return Add(new PipelineStep(command, Statement: null));
    }

    /// <summary>Adds commands of ours.</summary>
    public Pipeline Add(IEnumerable<string> commands)
    {
        foreach (var command in commands)
        {
            Add(command);
        }

        return this;
    }

    /// <summary>Adds what brings the session back to where every script begins.</summary>
    public Pipeline AddRefresh() => Add(SessionSql.Refresh(connection.PostgreSqlVersion));

    /// <summary>Adds a command of ours that a statement made necessary: when it fails, that statement does.</summary>
    public Pipeline Add(string sql, SqlStatement cause) => Add(new PipelineStep(new NpgsqlBatchCommand(sql), cause));

    /// <summary>Adds a command of ours that checks what a script requires.</summary>
    public Pipeline Add(string sql, Directive requirement) =>
        Add(new PipelineStep(new NpgsqlBatchCommand(sql), Statement: null) { Requirement = requirement });

    /// <summary>Adds a statement of a script, its text untouched.</summary>
    public Pipeline Add(SqlStatement statement) =>
        Add(new PipelineStep(new NpgsqlBatchCommand(statement.Text), statement));

    /// <summary>Sends what was added; after a failure, nothing behind the failed command has run.</summary>
    /// <exception cref="PipelineException">The server refused one of the commands.</exception>
    public Task Send(CancellationToken cancellationToken) =>
        Send(batch => batch.ExecuteNonQueryAsync(cancellationToken));

    /// <summary>The same, and keeps the numbers that our commands answer, as they come.</summary>
    /// <param name="column">The name of the first of their two columns.</param>
    /// <param name="witness">What the second holds: a script that answers rows, too, can't know it.</param>
    /// <param name="answers">Gets the numbers.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PipelineException">The server refused one of the commands.</exception>
    public Task Send(string column, string witness, List<long> answers, CancellationToken cancellationToken) => Send(async batch =>
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.FieldCount == 2 && reader.GetName(0) == column
                    && reader.GetDataTypeName(1) == "text" && reader.GetValue(1) as string == witness)
                {
                    answers.Add(reader.GetInt64(0));
                }
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
    });

    /// <summary>Sends what was added, then streams the rows below a COPY statement.</summary>
    /// <exception cref="PipelineException">The server refused one of the commands, or a row.</exception>
    public async Task Copy(SqlStatement statement, ReadOnlyMemory<char> rows, CancellationToken cancellationToken)
    {
        const int Block = 64 * 1024;
        await Send(cancellationToken);
        try
        {
            await using var writer = await connection.BeginTextImportAsync(statement.Text, cancellationToken);
            for (var start = 0; start < rows.Length; start += Block)
            {
                await writer.WriteAsync(rows.Slice(start, Math.Min(Block, rows.Length - start)), cancellationToken);
            }
        }
        catch (Exception exception) when (AnswerIn(exception) is { } answer)
        {
            var step = new PipelineStep(new NpgsqlBatchCommand(statement.Text), statement);
            throw new PipelineException(answer, step, isCommitted: false, exception is OperationCanceledException);
        }
    }

    private Pipeline Add(PipelineStep step)
    {
        _steps.Add(step with { Script = _script });
        return this;
    }

    private async Task Send(Func<NpgsqlBatch, Task> execute)
    {
        if (_steps is [])
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var step in _steps)
        {
            batch.BatchCommands.Add(step.Command);
        }

        try
        {
            await execute(batch);
        }
        catch (Exception exception) when (AnswerIn(exception) is { } answer)
        {
            throw Failure(answer, exception);
        }

        _steps.Clear();
    }

    /// <summary>The server's answer, which the driver wraps when it comes after a cancel request.</summary>
    private static PostgresException? AnswerIn(Exception exception) =>
        exception as PostgresException ?? (exception as OperationCanceledException)?.InnerException as PostgresException;

    private PipelineException Failure(PostgresException answer, Exception exception)
    {
        // The driver names no command when the cause is a cancel request: then it is the first without an answer.
        var failed = _steps.FindIndex(step => ReferenceEquals(step.Command, answer.BatchCommand)) is >= 0 and var named
            ? named
            : Math.Min(_steps.FindLastIndex(step => step.IsAnswered) + 1, _steps.Count - 1);
        var isCommitted = _steps.Take(failed)
            .Any(step => step.Script == _steps[failed].Script && step.Command.CommandText == SessionSql.Commit);
        return new PipelineException(answer, _steps[failed], isCommitted, exception is OperationCanceledException);
    }
}
