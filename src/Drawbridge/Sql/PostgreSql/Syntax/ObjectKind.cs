namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>The kinds of objects that a database has.</summary>
public enum ObjectKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary><c>TABLE</c></summary>
    Table,

    /// <summary><c>FOREIGN TABLE</c></summary>
    ForeignTable,

    /// <summary><c>VIEW</c></summary>
    View,

    /// <summary><c>MATERIALIZED VIEW</c></summary>
    MaterializedView,

    /// <summary><c>INDEX</c></summary>
    Index,

    /// <summary><c>SEQUENCE</c></summary>
    Sequence,

    /// <summary><c>TYPE</c></summary>
    Type,

    /// <summary><c>DOMAIN</c></summary>
    Domain,

    /// <summary><c>SCHEMA</c></summary>
    Schema,

    /// <summary><c>DATABASE</c></summary>
    Database,

    /// <summary><c>FUNCTION</c></summary>
    Function,

    /// <summary><c>PROCEDURE</c></summary>
    Procedure,

    /// <summary><c>ROUTINE</c>: a function or procedure.</summary>
    Routine,

    /// <summary><c>AGGREGATE</c></summary>
    Aggregate,

    /// <summary><c>TRIGGER</c></summary>
    Trigger,

    /// <summary><c>EVENT TRIGGER</c></summary>
    EventTrigger,

    /// <summary><c>RULE</c></summary>
    Rule,

    /// <summary><c>POLICY</c></summary>
    Policy,

    /// <summary><c>EXTENSION</c></summary>
    Extension,

    /// <summary><c>ROLE</c>, <c>USER</c> or <c>GROUP</c></summary>
    Role,

    /// <summary><c>TABLESPACE</c></summary>
    Tablespace,

    /// <summary><c>PUBLICATION</c></summary>
    Publication,

    /// <summary><c>SUBSCRIPTION</c></summary>
    Subscription,

    /// <summary><c>SERVER</c></summary>
    Server,

    /// <summary><c>FOREIGN DATA WRAPPER</c></summary>
    ForeignDataWrapper,

    /// <summary><c>USER MAPPING</c></summary>
    UserMapping,

    /// <summary><c>COLLATION</c></summary>
    Collation,

    /// <summary><c>STATISTICS</c></summary>
    Statistics,

    /// <summary><c>LANGUAGE</c></summary>
    Language,

    /// <summary><c>COLUMN</c> of a table or view.</summary>
    Column,

    /// <summary><c>CONSTRAINT</c> of a table or domain.</summary>
    Constraint,
}
