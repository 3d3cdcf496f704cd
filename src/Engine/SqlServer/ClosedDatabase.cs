using Drawbridge.Problems;
using Microsoft.Data.SqlClient;

namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// A database that could not be opened: the server says the same of one that is not there, and of others.
/// </summary>
internal static class ClosedDatabase
{
    /// <summary>@p1 the database; null when there is none.</summary>
    public const string Status = "SELECT CAST(DATABASEPROPERTYEX(@p1, 'Status') AS nvarchar(60));";

    private const string Advice =
        "The database is there: make the login a user of it (CREATE USER … FOR LOGIN …), or let it own the database.";

    /// <summary>What the root database knows of it.</summary>
    public static async Task<Problem> Judge(InstanceSetting setting, DatabaseMissing missing, CancellationToken cancellationToken)
    {
        var driver = new SqlConnectionStringBuilder(setting.Driver.ConnectionString) { InitialCatalog = HistoryPlace.Root };
        await using var connection = new SqlConnection(driver.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return await new SqlChannel(connection).AskOne(new SqlRequest(Status, missing.Database), cancellationToken) switch
            {
                "ONLINE" => new DatabaseLoginFailed(driver.UserID, missing.Database, $"error {ConnectProblem.CannotOpenDatabase}", Advice),
                string status => new DatabaseBusy(setting.ToString(), $"database '{missing.Database}' is {status}"),
                _ => missing,
            };
        }
        catch (Exception exception) when (exception is SqlException or RefusalException)
        {
            return missing;
        }
    }
}
