using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Enters what one statement says about a table's indexes and constraints into its history.</summary>
/// <param name="table">The history.</param>
/// <param name="name">The table's name at the time.</param>
/// <param name="at">When the statement runs.</param>
internal sealed class TablePartReader(TableHistory table, string name, ScriptPlace at)
{
    public void Read(AlterAction action)
    {
        switch (action)
        {
            case AddConstraintAction { Constraint: var constraint }:
                Add(constraint);
                break;
            case ValidateConstraintAction { Constraint: var constraint }:
                Find(constraint)?.Validate(at);
                break;
            case DropConstraintAction { Constraint: var constraint }:
                Find(constraint)?.Drop(at);
                table.Indexes.FindLast(index => index.Name == constraint.Value)?.Drop(at);
                break;
            case RenameConstraintAction rename when Find(rename.Constraint) is { } known:
                known.Name = rename.NewName.Value;
                break;
        }
    }

    public TableIndex Add(CreateIndexStatement statement)
    {
        var parts = statement.Elements.Select(element => PartOf(element.Column, element.Expression));
        return Keep(new TableIndex(table, at, [.. parts])
        {
            IsUnique = statement.IsUnique,
            Method = statement.Method?.Value ?? "btree",
            Where = statement.Where,
            Name = statement.Name?.Value ?? NameOf(statement.Elements),
        });
    }

    public void Add(TableConstraint definition)
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
            table.Columns.Get(column.Value, at).Add(constraint);
        }

        if (constraint.HasIndex)
        {
            var parts = definition.Columns.Select(column => PartOf(column, expression: null));
            Keep(new TableIndex(table, at, [.. parts])
            {
                IsUnique = definition.Kind != ConstraintKind.Exclude,
                Name = constraint.Name,
            });
        }
    }

    private void RefuseNulls(IReadOnlyList<Identifier> columns)
    {
        foreach (var identifier in columns)
        {
            var column = table.Columns.Get(identifier.Value, at);
            if (!column.IsRequired)
            {
                column.Require(isRequired: true, at);
            }
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

    private KnownConstraint? Find(Identifier constraint) =>
        table.Constraints.FindLast(known => known.Name == constraint.Value);

    private IndexPart PartOf(Identifier? column, SqlExpression? expression) =>
        column is null ? new(null, null, expression) : new(table.Columns.Get(column.Value, at), column, null);

    /// <summary>The server's name for an index; null where it is named after an expression.</summary>
    private string? NameOf(IReadOnlyList<IndexElement> elements) =>
        elements.All(element => element.Column is not null)
            ? DefaultName.Of(name, elements.Select(element => element.Column!.Value), "idx")
            : null;
}
