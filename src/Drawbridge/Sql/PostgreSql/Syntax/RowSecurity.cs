namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What becomes of a table's row level security.</summary>
public enum RowSecurity
{
    /// <summary><c>ENABLE</c></summary>
    Enabled,

    /// <summary><c>DISABLE</c>: policies are no longer applied.</summary>
    Disabled,

    /// <summary><c>FORCE</c>: for the owner too.</summary>
    Forced,

    /// <summary><c>NO FORCE</c>: not for the owner.</summary>
    NotForced,
}
