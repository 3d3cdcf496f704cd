namespace Drawbridge.Configuration;

/// <summary>The database that is there before any other; its scripts create the others.</summary>
public static class RootDatabase
{
    /// <summary>What it is usually called.</summary>
    public static string Of(DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.SqlServer => "master",
        _ => "postgres",
    };
}
