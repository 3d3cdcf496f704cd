namespace Drawbridge.Engine.Tests.Contract;

/// <summary>An empty database of some engine.</summary>
internal sealed class ContractDatabase(IContractServer server, Dialect dialect, string name) : MigratedDatabase(name)
{
    public override IDatabaseServer Server => server.Server;

    public override Task<IReadOnlyList<string>> Query(string sql) => server.Query(Name, sql);

    public Task Execute(string sql) => server.Query(Name, sql);

    public async Task<bool> Exists(string table) => await Query(dialect.IsThere(table)) is ["yes"];

    /// <summary>A line a row; without counts, because engines count different things.</summary>
    public async Task<IReadOnlyList<string>> History() => await Exists("drawbridge.history")
        ? await Query("SELECT CONCAT(COALESCE(version, '-'), ' ', kind, ' ', path, ' ', state) FROM drawbridge.history ORDER BY id")
        : [];

    /// <summary>Waits until somebody does nothing in the database.</summary>
    public Task UntilBusy() => Until(dialect.CountSleepers, "1");
}
