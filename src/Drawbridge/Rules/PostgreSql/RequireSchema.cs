using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A name without its schema, which the search_path decides about. Off unless a team asks for it.</summary>
internal sealed class RequireSchema : StatementRule<StatementSyntax>
{
    public override Severity Severity => Severity.Off;

    public override bool IncludesUndo => true;

    protected override IEnumerable<Finding> Check(StatementSyntax statement, StatementContext at) =>
        from name in NamesIn(statement)
        where name.Schema is null && !at.IsTemporary(name)
        select Find(
            at,
            name.Span,
            $"'{name}' is named without its schema, so the search_path decides which one is meant.",
            "Write the schema in front of it: "
                + $"'{WrittenName.Of(at.Changes.Known.SchemaAt(at.Script, at.Statement))}.{name.Text}'.");

    private static IEnumerable<QualifiedName> NamesIn(StatementSyntax syntax) => syntax switch
    {
        CreateTableStatement { IsTemporary: true } => [],
        CreateViewStatement { IsTemporary: true } => [],
        CreateSequenceStatement { IsTemporary: true } => [],
        CreateTableStatement table => [table.Name, .. Parents(table), .. ReferencedBy(table.AllConstraints)],
        CreateIndexStatement index => [index.Table],
        CreateViewStatement view => [view.Name],
        CreateTypeStatement type => [type.Name],
        CreateSequenceStatement sequence => [sequence.Name],
        CreateFunctionStatement routine => [routine.Name],
        CreateTriggerStatement trigger => [trigger.Table, .. new[] { trigger.Function }.OfType<QualifiedName>()],
        AlterTableStatement alter => [alter.Name, .. alter.Actions.SelectMany(NamesIn)],
        AlterTypeAddValueStatement add => [add.Name],
        AlterTypeRenameValueStatement rename => [rename.Name],
        AlterFunctionStatement alter => [alter.Name],
        AlterObjectStatement { Table: { } table } => [table],
        AlterObjectStatement alter => LiesInSchema(alter.Kind) ? [alter.Name] : [],
        DropObjectsStatement { Table: { } table } => [table],
        DropObjectsStatement drop => LiesInSchema(drop.Kind) ? drop.Names : [],
        TruncateStatement truncate => truncate.Tables,
        CopyStatement { Table: { } table } => [table],
        QueryStatement query => query.Writes.Select(write => write.Target),
        _ => [],
    };

    private static IEnumerable<QualifiedName> NamesIn(AlterAction action) => action switch
    {
        AddConstraintAction { Constraint.ReferencedTable: { } table } => [table],
        AddColumnAction add => ReferencedBy(add.Column.Constraints),
        AttachPartitionAction attach => [attach.Partition],
        DetachPartitionAction detach => [detach.Partition],
        _ => [],
    };

    private static IEnumerable<QualifiedName> Parents(CreateTableStatement table) =>
        [.. new[] { table.PartitionOf, table.OfType }.OfType<QualifiedName>(), .. table.Like, .. table.Inherits];

    private static IEnumerable<QualifiedName> ReferencedBy(IEnumerable<TableConstraint> constraints) =>
        constraints.Select(constraint => constraint.ReferencedTable).OfType<QualifiedName>();

    private static bool LiesInSchema(ObjectKind kind) => kind is ObjectKind.Table or ObjectKind.ForeignTable
        or ObjectKind.View or ObjectKind.MaterializedView or ObjectKind.Index or ObjectKind.Sequence
        or ObjectKind.Type or ObjectKind.Domain
        or ObjectKind.Function or ObjectKind.Procedure or ObjectKind.Routine or ObjectKind.Aggregate;
}
