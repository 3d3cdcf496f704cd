using System.Collections.Concurrent;
using Drawbridge.Engine.SqlServer;
using Drawbridge.Tests.Shared;
using Microsoft.Data.SqlClient;

namespace Drawbridge.Engine.Tests.Contract;

/// <summary>The SQL Server that the environment names; its databases go with the test class.</summary>
public sealed class SharedSqlServer : IContractServer, IAsyncLifetime
{
    /// <summary>A database setting with DB_NAME in it; the login may create databases and see all sessions.</summary>
    public const string Variable = "DRAWBRIDGE_TEST_SQLSERVER";

    private readonly ConcurrentBag<string> _databases = [];

    /// <summary>Null when it names none.</summary>
    public static string? Setting => TestMachine.Variables.GetValueOrDefault(Variable) is { Length: > 0 } setting ? setting : null;

    IDatabaseServer IContractServer.Server => SqlServerInstance.Parse(Setting!);

    async Task<string> IContractServer.CreateDatabase()
    {
        var name = $"contract_{Guid.NewGuid():N}"[..24];
        await Query(HistoryPlace.Root, $"CREATE DATABASE {name}");
        _databases.Add(name);
        return name;
    }

    Task<IReadOnlyList<string>> IContractServer.Query(string database, string sql) => Query(database, sql);

    /// <summary>A container needs a while until it takes logins.</summary>
    public async Task InitializeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Setting is not null)
        {
            try
            {
                await Query(HistoryPlace.Root, "SELECT 1");
                return;
            }
            catch (SqlException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), limit.Token);
            }
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await Query(HistoryPlace.Root, $"ALTER DATABASE {database} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {database}");
        }
    }

    private static async Task<IReadOnlyList<string>> Query(string database, string sql)
    {
        Globalization.Demand();
        var setting = ConnectionSetting.Parse(Setting!, login: null);
        setting.Driver.DataSource = $"tcp:{setting.Host},{setting.Port}";
        setting.Driver.InitialCatalog = database;
        setting.Driver.ApplicationName = "contract";
        await using var connection = new SqlConnection(setting.Driver.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add($"{reader.GetValue(0)}");
        }

        return values;
    }
}
