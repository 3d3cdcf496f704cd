using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Shop;
using Npgsql;

namespace Drawbridge.Demo;

/// <summary>The demo's place on a server that is not its own: taken only if free, and left as it was.</summary>
internal sealed class GuestRoom : IAsyncDisposable
{
    private const string IsTaken =
        "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) OR to_regnamespace('drawbridge') IS NOT NULL";

    private const string DropHistory = "DROP SCHEMA IF EXISTS drawbridge CASCADE";

    private readonly LocalPostgres _server;

    private GuestRoom(LocalPostgres server) => _server = server;

    /// <summary>Makes sure that nothing of somebody else's is in the way.</summary>
    /// <exception cref="LocalEnvironmentException">Something is.</exception>
    public static async Task<GuestRoom> Take(LocalPostgres server)
    {
        await using var connection = await Knock(server);
        await using var question = new NpgsqlCommand(IsTaken, connection)
        {
            Parameters = { new() { Value = ShopDatabases.AsWritten.Project } },
        };
        return (bool)(await question.ExecuteScalarAsync())!
            ? throw new LocalEnvironmentException(
                $"The server in '{LocalPostgresOptions.NamedServerVariable}' already has a database "
                + $"'{ShopDatabases.AsWritten.Project}' "
                + $"or a schema 'drawbridge' in '{ShopDatabases.AsWritten.Root}'. Drop them, name another server, or "
                + "unset the variable.")
            : new GuestRoom(server);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_server.IsNamed)
        {
            return;
        }

        await _server.DropDatabase(ShopDatabases.AsWritten.Project);
        await using var connection = await _server.Connect(ShopDatabases.AsWritten.Root);
        await using var drop = new NpgsqlCommand(DropHistory, connection);
        await drop.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> Knock(LocalPostgres server)
    {
        try
        {
            return await server.Connect(ShopDatabases.AsWritten.Root);
        }
        catch (NpgsqlException problem) when (server.IsNamed)
        {
            throw new LocalEnvironmentException(
                $"The server in '{LocalPostgresOptions.NamedServerVariable}' can't be used: {problem.Message}. Correct "
                + "the variable, or unset it.",
                problem);
        }
    }
}
