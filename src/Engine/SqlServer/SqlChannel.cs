using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Drawbridge.Engine.SqlServer;

/// <summary>What is said over one connection, one request at a time.</summary>
internal sealed class SqlChannel(SqlConnection connection)
{
    /// <summary>The driver closes a connection that was lost some time after it has said so.</summary>
    private bool _isLost;

    /// <summary>Whether the server still listens.</summary>
    public bool IsOpen => !_isLost && connection.State == ConnectionState.Open;

    /// <summary>The database in which the session is now: scripts can leave theirs.</summary>
    public string Database => connection.Database;

    /// <summary>Sends a batch of ours, without parameters: what it sets stays set.</summary>
    /// <exception cref="RefusalException">The server refused it.</exception>
    public Task Send(string sql, CancellationToken cancellationToken) => Send(new SqlRequest(sql), cancellationToken);

    /// <summary>Sends a request; whatever it answers is passed over.</summary>
    /// <exception cref="RefusalException">The server refused it.</exception>
    public Task Send(SqlRequest request, CancellationToken cancellationToken) => Guarded(
        request, command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    /// <summary>Sends a request and reads its answers.</summary>
    /// <exception cref="RefusalException">The server refused it.</exception>
    public Task<T> Ask<T>(SqlRequest request, Func<DbDataReader, Task<T>> read, CancellationToken cancellationToken) => Guarded(
        request,
        async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var answer = await read(reader);
            await PassOver(reader, cancellationToken);
            return answer;
        },
        cancellationToken);

    /// <summary>The first column of the first row; null when there is none.</summary>
    /// <exception cref="RefusalException">The server refused it.</exception>
    public Task<object?> AskOne(SqlRequest request, CancellationToken cancellationToken) => Ask(
        request,
        async reader => await reader.ReadAsync(cancellationToken) ? reader.GetValue(0) : null,
        cancellationToken);

    /// <summary>Ends the connection, and with it the lock and what was not committed.</summary>
    public ValueTask Close() => connection.DisposeAsync();

    /// <summary>
    /// An error can come behind rows, and has ended a transaction then: the driver tells nobody who does not read that
    /// far.
    /// </summary>
    private static async Task PassOver(DbDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.NextResultAsync(cancellationToken))
        {
        }
    }

    private async Task<T> Guarded<T>(SqlRequest request, Func<SqlCommand, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var command = Command(request);
        try
        {
            return await work(command);
        }
        catch (SqlException exception)
        {
            _isLost |= RefusalException.EndsConnection(exception);
            throw new RefusalException(RefusalException.ErrorIn(exception), exception)
            {
                Batch = request.Batch,
                Requirement = request.Requirement,
                IsCancelled = cancellationToken.IsCancellationRequested,
            };
        }
        catch (Exception exception) when (exception is InvalidCastException or IndexOutOfRangeException)
        {
            throw new RefusalException(ServerError.OfAnotherKind, exception);
        }
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Running a migration's own text is what this is for; all else is constant, with names quoted.")]
    private SqlCommand Command(SqlRequest request)
    {
        // 0 is no limit: the run's own clock ends what takes too long.
        var command = new SqlCommand(request.Sql, connection) { CommandTimeout = (int)Math.Ceiling(request.Limit.TotalSeconds) };
        foreach (var (index, value) in request.Values.Index())
        {
            command.Parameters.Add(new SqlParameter($"@p{index + 1}", value ?? DBNull.Value));
        }

        return command;
    }
}
