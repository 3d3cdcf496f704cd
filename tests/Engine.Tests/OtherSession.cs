using Npgsql;

namespace Drawbridge.Engine.Tests;

/// <summary>Somebody else who works in the database, in a transaction.</summary>
internal sealed class OtherSession : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private OtherSession(NpgsqlConnection connection) => _connection = connection;

    public static async Task<OtherSession> Begin(TestDatabase database, params string[] statements)
    {
        var session = new OtherSession(await database.Connect());
        foreach (var statement in statements.Prepend("BEGIN"))
        {
            await session.Run(statement);
        }

        return session;
    }

    public async Task Run(string statement)
    {
        await using var command = new NpgsqlCommand(statement, _connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
