using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Enters what one statement says about a table into its history.</summary>
/// <param name="table">The history.</param>
/// <param name="name">The table's name at the time.</param>
/// <param name="at">When the statement runs.</param>
internal sealed class TableReader(TableHistory table, string name, ScriptPlace at)
{
    private readonly TablePartReader _parts = new(table, name, at);

    public void Read(CreateTableStatement statement)
    {
        foreach (var column in statement.Columns)
        {
            Add(column);
        }

        foreach (var constraint in statement.Constraints)
        {
            _parts.Add(constraint);
        }
    }

    public TableIndex Read(CreateIndexStatement statement) => _parts.Add(statement);

    public void Read(AlterAction action)
    {
        if (ExclusiveLock.IsTakenBy(action))
        {
            table.Lock(at);
        }

        switch (action)
        {
            case AddColumnAction add when !add.IfNotExists || !table.HasColumn(add.Column.Name.Value, at):
                Add(add.Column);
                break;
            case AlterColumnTypeAction change:
                table.Columns.Get(change.Column.Value, at).Change(change.Type, at);
                break;
            case RenameColumnAction rename:
                table.Columns.Rename(rename.Column.Value, rename.NewName.Value, at);
                break;
            case DropColumnAction drop:
                table.Columns.Drop(drop.Column.Value, at);
                break;
            case SetNotNullAction { Column: { } column }:
                table.Columns.Get(column.Value, at).Require(isRequired: true, at);
                break;
            case DropNotNullAction { Column: { } column }:
                AllowNulls(table.Columns.Get(column.Value, at));
                break;
            default:
                _parts.Read(action);
                break;
        }
    }

    private void Add(ColumnDefinition definition)
    {
        table.Columns.Add(definition.Name.Value, new TableColumn(at, definition), at);
        foreach (var constraint in definition.Constraints)
        {
            _parts.Add(constraint);
        }
    }

    private void AllowNulls(TableColumn column)
    {
        column.Require(isRequired: false, at);
        foreach (var part in column.Parts)
        {
            if (part is KnownConstraint { Definition.Kind: ConstraintKind.NotNull })
            {
                part.Drop(at);
            }
        }
    }
}
