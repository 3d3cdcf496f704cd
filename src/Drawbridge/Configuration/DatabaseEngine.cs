namespace Drawbridge.Configuration;

/// <summary>The kinds of servers that scripts can be written for.</summary>
public enum DatabaseEngine
{
    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,
}
