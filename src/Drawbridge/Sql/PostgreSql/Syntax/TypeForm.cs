namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What a type is made of.</summary>
public enum TypeForm
{
    /// <summary>A name only, to be completed later.</summary>
    Shell,

    /// <summary><c>AS ENUM</c></summary>
    Enum,

    /// <summary><c>AS (…)</c></summary>
    Composite,

    /// <summary><c>AS RANGE</c></summary>
    Range,

    /// <summary>Input and output functions.</summary>
    Base,

    /// <summary><c>CREATE DOMAIN</c></summary>
    Domain,
}
