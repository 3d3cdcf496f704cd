using Drawbridge.LocalEnvironment;
using Npgsql;

namespace Drawbridge.Reading.Tests.Servers;

/// <summary>
/// A server's own parser. In a transaction that has failed the server still parses what it is sent, and then refuses
/// it: so nothing that a text names needs to exist, and nothing is ever executed.
/// </summary>
internal sealed class Parser : IAsyncDisposable
{
    private const string Several = "cannot insert multiple commands";

    private readonly NpgsqlConnection _connection;

    private Parser(NpgsqlConnection connection) => _connection = connection;

    public static async Task<Parser> Of(LocalPostgres server)
    {
        var parser = new Parser(await server.Connect("postgres"));
        await parser.Execute("BEGIN");
        await Should.ThrowAsync<PostgresException>(() => parser.Execute("SELECT 1/0"));
        return parser;
    }

    /// <summary>Only one statement may be prepared at a time, so the server also says whether there are more.</summary>
    public async Task<Verdict> Judge(string text)
    {
        try
        {
            // The driver sends no empty text, which the server would accept.
            await using var command = new NpgsqlCommand(text.Length > 0 ? text : ";", _connection);
            await command.PrepareAsync();
            await command.UnprepareAsync();
            return new Verdict(Answer.NothingOrEnd);
        }
        catch (PostgresException answer)
        {
            return answer.SqlState == PostgresErrorCodes.InFailedSqlTransaction ? new Verdict(Answer.One)
                : answer.MessageText.StartsWith(Several, StringComparison.Ordinal) ? new Verdict(Answer.Several)
                : new Verdict(Answer.Refused, answer.Position, answer.MessageText);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task Execute(string statement)
    {
        await using var command = new NpgsqlCommand(statement, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
