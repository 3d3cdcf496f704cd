using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.LocalEnvironment.Tests;

public sealed class RunningPostgres(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Each_test_gets_its_own_empty_database()
    {
        var (first, second) = (await postgres.CreateDatabase(), await postgres.CreateDatabase());
        first.ShouldNotBe(second);
        (await Ask(first, "SELECT current_database()")).ShouldBe(first);
        (await Ask(second, "SELECT count(*)::text FROM pg_tables WHERE schemaname = 'public'")).ShouldBe("0");
    }

    [PostgresFact]
    public async Task A_database_is_dropped_even_while_somebody_is_connected()
    {
        var name = await postgres.CreateDatabase();
        await using var connection = await postgres.Server.Connect(name);
        await postgres.Server.DropDatabase(name);
        var failure = await Should.ThrowAsync<PostgresException>(() => Ask(name, "SELECT 'alive'"));
        failure.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    [PostgresFact]
    public async Task A_server_that_was_started_asks_for_its_password()
    {
        await using var server = await LocalPostgres.Start(TestMachine.Postgres with { NamedServer = null });
        await using var stranger = new NpgsqlConnection(
            $"Host={server.Host};Port={server.Port};Username={server.User};Password=wrong");
        var failure = await Should.ThrowAsync<PostgresException>(() => stranger.OpenAsync());
        failure.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [PostgresFact]
    public async Task A_server_that_was_started_leaves_nothing_behind()
    {
        var server = await LocalPostgres.Start(TestMachine.Postgres with { NamedServer = null });
        string data;
        await using (var connection = await server.Connect("postgres"))
        {
            await using var question = new NpgsqlCommand("SHOW data_directory", connection);
            data = (string)(await question.ExecuteScalarAsync())!;
        }

        await server.DisposeAsync();
        Directory.Exists(data).ShouldBeFalse();
        await Should.ThrowAsync<NpgsqlException>(() => server.Connect("postgres"));
    }

    [PostgresFact]
    public async Task A_server_that_was_started_can_be_restarted_and_keeps_its_data()
    {
        await using var server = await LocalPostgres.Start(TestMachine.Postgres with { NamedServer = null });
        var name = await server.CreateDatabase();
        foreach (var how in (ServerStop[])[ServerStop.Fast, ServerStop.Immediate])
        {
            await using var before = await server.Connect(name);
            await server.Restart(how);
            await using var question = new NpgsqlCommand("SELECT 'alive'", before);
            await Should.ThrowAsync<NpgsqlException>(() => question.ExecuteScalarAsync());
            await using var after = await server.Connect(name);
            after.Database.ShouldBe(name);
        }
    }

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task A_server_is_of_the_version_that_was_asked_for(int version)
    {
        var server = await PostgresVersions.Server(version);
        await using var connection = await server.Connect("postgres");
        connection.PostgreSqlVersion.Major.ShouldBe(version);
        await using var question = new NpgsqlCommand("SHOW wal_level", connection);
        (await question.ExecuteScalarAsync()).ShouldBe("logical");
    }

    private async Task<string> Ask(string database, string question)
    {
        await using var connection = await postgres.Server.Connect(database);
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
