using System.Collections.Concurrent;
using Drawbridge.LocalEnvironment;
using Xunit;

namespace Drawbridge.Tests.Shared;

/// <summary>
/// The server that all tests of an assembly share, started for the first class that asks for it
/// (<c>IClassFixture&lt;SharedPostgres&gt;</c>) and ended with the process. Each test makes its own databases.
/// </summary>
public sealed class SharedPostgres : IAsyncLifetime
{
    private static readonly Lazy<Task<LocalPostgres>> OneServer = new(() => LocalPostgres.Start(TestMachine.Postgres));

    private readonly ConcurrentBag<string> _databases = [];

    private LocalPostgres? _server;

    /// <summary>The server.</summary>
    public LocalPostgres Server =>
        _server ?? throw new InvalidOperationException("The fixture is not initialized yet.");

    /// <summary>
    /// False where every test of PostgreSQL is skipped, so that other fixtures need not start anything.
    /// </summary>
    public bool IsThere => _server is not null;

    /// <summary>Creates an empty database that goes with the test class, and answers its name.</summary>
    public async Task<string> CreateDatabase(string prefix = "test")
    {
        var name = await Server.CreateDatabase(prefix);
        _databases.Add(name);
        return name;
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (LocalPostgres.Missing(TestMachine.Postgres) is not { } missing || TestMachine.SkipReason(missing) is null)
        {
            _server = await OneServer.Value;
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await Server.DropDatabase(database);
        }
    }
}
