namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What a constraint asks for.</summary>
public enum ConstraintKind
{
    /// <summary><c>CHECK</c></summary>
    Check,

    /// <summary><c>NOT NULL</c></summary>
    NotNull,

    /// <summary><c>NULL</c>: nothing.</summary>
    Null,

    /// <summary><c>PRIMARY KEY</c></summary>
    PrimaryKey,

    /// <summary><c>UNIQUE</c></summary>
    Unique,

    /// <summary><c>FOREIGN KEY</c> or <c>REFERENCES</c></summary>
    ForeignKey,

    /// <summary><c>EXCLUDE</c></summary>
    Exclude,
}
