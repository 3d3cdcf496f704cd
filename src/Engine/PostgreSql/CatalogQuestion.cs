using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>A question to the catalog.</summary>
/// <param name="Sql">Its first column is the answer.</param>
/// <param name="Values">The parameters, names as a script writes them.</param>
internal sealed record CatalogQuestion(string Sql, params string[] Values)
{
    /// <summary>The first column of every row, as text.</summary>
    public async Task<IReadOnlyList<string>> Ask(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var question = new NpgsqlBatchCommand(Sql);
        foreach (var value in Values)
        {
            question.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { question } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var answers = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            answers.Add(reader.GetString(0));
        }

        return answers;
    }
}
