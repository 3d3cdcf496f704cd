namespace Drawbridge.Problems;

/// <summary>
/// The database setting can't be understood. Never holds the setting itself: there is a password in it.
/// </summary>
public sealed record DatabaseSettingInvalid(string Reason) : Problem(
    $"The database setting can't be used: {Reason}.",
    "Write a URL, 'postgres://user:password@host:5432/DB_NAME' or 'sqlserver://user:password@host:1433/DB_NAME', or keys, "
    + "'Host=…;Username=…;Password=…;Database=DB_NAME'; 'DB_NAME' stands for each database's name.");
