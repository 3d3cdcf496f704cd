using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Enters what one statement says about a table into its history.</summary>
/// <param name="table">The history.</param>
/// <param name="name">The table's name at the time.</param>
/// <param name="at">When the statement runs.</param>
internal sealed class TableReader(TableHistory table, string name, ScriptPlace at)
{
    public void Read(CreateTableStatement statement)
    {
        foreach (var column in statement.Columns)
        {
            Add(column);
        }

        foreach (var constraint in statement.Constraints)
        {
            Add(constraint);
        }
    }

    public TableIndex Read(CreateIndexStatement statement)
    {
        return Keep(new TableIndex(table, at, [.. statement.Elements.Select(element => PartOf(element.Column, element.Expression))])
        {
            IsUnique = statement.IsUnique,
            Method = statement.Method?.Value ?? "btree",
            Where = statement.Where,
            Name = statement.Name?.Value ?? NameOf(statement.Elements),
        });
    }

    public void Read(AlterAction action)
    {
        if (ExclusiveLock.IsTakenBy(action))
        {
            table.Lock(at);
        }

        switch (action)
        {
            case AddColumnAction { Column: var column } add when !add.IfNotExists || !table.HasColumn(column.Name.Value, at):
                Add(column);
                break;
            case AlterColumnTypeAction change:
                table.ColumnOf(change.Column.Value, at).Change(change.Type, at);
                break;
            case RenameColumnAction rename:
                table.RenameColumn(rename.Column.Value, rename.NewName.Value, at);
                break;
            case DropColumnAction drop:
                table.DropColumn(drop.Column.Value, at);
                break;
            case SetNotNullAction { Column: { } column }:
                table.ColumnOf(column.Value, at).Require(true, at);
                break;
            case DropNotNullAction { Column: { } column }:
                AllowNulls(table.ColumnOf(column.Value, at));
                break;
            default:
                ReadConstraint(action);
                break;
        }
    }

    private void ReadConstraint(AlterAction action)
    {
        switch (action)
        {
            case AddConstraintAction { Constraint: var constraint }:
                Add(constraint);
                break;
            case ValidateConstraintAction { Constraint: var constraint }:
                table.Constraints.FindLast(known => known.Name == constraint.Value)?.Validate(at);
                break;
            case DropConstraintAction { Constraint: var constraint }:
                table.Constraints.FindLast(known => known.Name == constraint.Value)?.Drop(at);
                table.Indexes.FindLast(index => index.Name == constraint.Value)?.Drop(at);
                break;
            case RenameConstraintAction rename when table.Constraints.FindLast(known => known.Name == rename.Constraint.Value) is { } known:
                known.Name = rename.NewName.Value;
                break;
        }
    }

    private void AllowNulls(TableColumn column)
    {
        column.Require(false, at);
        foreach (var constraint in column.Parts.OfType<KnownConstraint>().Where(known => known.Definition.Kind == ConstraintKind.NotNull))
        {
            constraint.Drop(at);
        }
    }

    private void Add(ColumnDefinition definition)
    {
        var column = new TableColumn(at, definition);
        table.AddColumn(definition.Name.Value, column, at);
        foreach (var constraint in definition.Constraints)
        {
            Add(constraint);
        }
    }

    private void Add(TableConstraint definition)
    {
        if (definition is { Kind: ConstraintKind.PrimaryKey or ConstraintKind.NotNull, NotValid: null })
        {
            RefuseNulls(definition.Columns);
        }

        if (definition is { Kind: ConstraintKind.NotNull or ConstraintKind.Null, Name: null, NotValid: null })
        {
            // No more than its column says itself.
            return;
        }

        var constraint = new KnownConstraint(at, definition, name);
        table.Constraints.Add(constraint);
        foreach (var column in definition.Columns)
        {
            table.ColumnOf(column.Value, at).Add(constraint);
        }

        if (definition is { UsingIndex: null, Kind: ConstraintKind.PrimaryKey or ConstraintKind.Unique or ConstraintKind.Exclude })
        {
            Keep(new TableIndex(table, at, [.. definition.Columns.Select(column => PartOf(column, expression: null))])
            {
                IsUnique = definition.Kind != ConstraintKind.Exclude,
                Name = constraint.Name,
            });
        }
    }

    private void RefuseNulls(IEnumerable<Identifier> columns)
    {
        foreach (var column in columns.Select(column => table.ColumnOf(column.Value, at)).Where(column => !column.IsRequired))
        {
            column.Require(isRequired: true, at);
        }
    }

    private TableIndex Keep(TableIndex index)
    {
        table.Indexes.Add(index);
        foreach (var part in index.Parts)
        {
            part.Column?.Add(index);
        }

        return index;
    }

    private IndexPart PartOf(Identifier? column, SqlExpression? expression) =>
        column is null ? new(null, null, expression) : new(table.ColumnOf(column.Value, at), column, null);

    /// <summary>The server's name for an index; null where it is named after an expression.</summary>
    private string? NameOf(IReadOnlyList<IndexElement> elements) => elements.All(element => element.Column is not null)
        ? DefaultName.Of(name, elements.Select(element => element.Column!.Value), "idx")
        : null;
}
