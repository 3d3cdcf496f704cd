namespace Drawbridge.Engine.Tests.Contract;

/// <summary>Skipped wherever no server is named: none can be installed as quickly as PostgreSQL is.</summary>
public sealed class NeedsSqlServerAttribute : NeedsAttribute
{
    public override string? SkipReason => SharedSqlServer.Setting is null
        ? $"'{SharedSqlServer.Variable}' names no SQL Server, such as 'sqlserver://sa:password@localhost/DB_NAME?trustServerCertificate=true'."
        : null;
}
