using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// Listens for what <c>IF NOT EXISTS</c> skips: an index that an earlier, failed CONCURRENTLY left behind exists, but
/// no query uses it.
/// </summary>
internal sealed class SkippedRelations : IDisposable
{
    /// <summary>$1: the server's notices, which quote the name in the way of its language.</summary>
    private const string InvalidIndex = """
        SELECT class.relname::text
        FROM pg_catalog.pg_index AS index JOIN pg_catalog.pg_class AS class ON class.oid = index.indexrelid
        WHERE NOT index.indisvalid AND pg_catalog.strpos($1, class.relname::text) > 0
        ORDER BY pg_catalog.length(class.relname::text) DESC LIMIT 1
        """;

    private readonly NpgsqlConnection _connection;
    private readonly List<string> _notices = [];

    public SkippedRelations(NpgsqlConnection connection)
    {
        _connection = connection;
        _connection.Notice += Note;
    }

    /// <summary>The name of an invalid index that was taken for done; null for none.</summary>
    public async Task<string?> FindInvalidIndex(CancellationToken cancellationToken)
    {
        if (_notices.Count == 0)
        {
            return null;
        }

        await using var question = new NpgsqlCommand(InvalidIndex, _connection);
        question.Parameters.Add(new NpgsqlParameter { Value = string.Join('\n', _notices) });
        return await question.ExecuteScalarAsync(cancellationToken) as string;
    }

    public void Dispose() => _connection.Notice -= Note;

    private void Note(object sender, NpgsqlNoticeEventArgs received)
    {
        if (received.Notice.SqlState == PostgresErrorCodes.DuplicateTable)
        {
            _notices.Add(received.Notice.MessageText);
        }
    }
}
