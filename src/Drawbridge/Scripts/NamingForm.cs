namespace Drawbridge.Scripts;

/// <summary>The three ways to name a script.</summary>
public enum NamingForm
{
    /// <summary><c>202611221030_create_users.up.sql</c> and <c>….down.sql</c>.</summary>
    GolangMigrate,

    /// <summary><c>202611221030_create_users.sql</c>.</summary>
    Plain,

    /// <summary><c>V202611221030__create_users.sql</c>, <c>U…__….sql</c>, <c>R__views.sql</c>.</summary>
    Flyway,
}
