using System.Data;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Examining;

/// <summary>What a login may do in a database.</summary>
/// <param name="User">The login's role.</param>
/// <param name="ReadOnlyBecause">Why the server takes no writes; null when it does.</param>
/// <param name="MissingForHistory">What keeps it from recording what it applies; null for nothing.</param>
/// <param name="MayCreateDatabases">What scripts of the root database usually do.</param>
internal sealed record DatabaseRights(
    string User, string? ReadOnlyBecause, string? MissingForHistory, bool MayCreateDatabases)
{
    public static async Task<DatabaseRights> Read(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var question = new NpgsqlCommand(RightsSql.Read, connection);
        await using var answer = await question.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken);
        await answer.ReadAsync(cancellationToken);
        return new DatabaseRights(answer.GetString(0), Text(answer, 1), Text(answer, 2), answer.GetBoolean(3));
    }

    private static string? Text(NpgsqlDataReader answer, int column) =>
        answer.IsDBNull(column) ? null : answer.GetString(column);
}
