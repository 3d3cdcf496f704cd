using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Enters what a statement says into a catalog.</summary>
internal sealed class CatalogReader(Catalog catalog)
{
    /// <param name="syntax">What it says.</param>
    /// <param name="scope">Where names without a schema lie.</param>
    /// <param name="at">When it runs.</param>
    public void Read(StatementSyntax syntax, ObjectKey scope, ScriptPlace at)
    {
        switch (syntax)
        {
            case CreateTableStatement table:
                ReadTable(table, scope.Sibling(table.Name), at);
                break;
            case CreateIndexStatement index:
                ReadIndex(index, scope.Sibling(index.Table), at);
                break;
            case CreateSchemaStatement schema:
                ReadSchema(schema, scope, at);
                break;
            case AlterTableStatement alter:
                ReadActions(ObjectKind.Table, alter.Actions, scope.Sibling(alter.Name), at);
                break;
            case AlterObjectStatement { Kind: ObjectKind.Index or ObjectKind.View or ObjectKind.MaterializedView or ObjectKind.Type } alter:
                ReadActions(alter.Kind, alter.Actions, scope.Sibling(alter.Name), at);
                break;
            case TruncateStatement truncate:
                catalog.Empty(truncate.Tables.Select(scope.Sibling), at);
                break;
            default:
                if (Created(syntax) is var (kind, name))
                {
                    catalog.Create(kind, scope.Sibling(name), at);
                }

                break;
        }
    }

    /// <summary>What a statement creates, when no more than its name matters.</summary>
    private static (ObjectKind Kind, QualifiedName Name)? Created(StatementSyntax syntax) => syntax switch
    {
        SelectStatement { Into: { } table } => (ObjectKind.Table, table),
        CreateViewStatement view => (view.IsMaterialized ? ObjectKind.MaterializedView : ObjectKind.View, view.Name),
        CreateTypeStatement type => (ObjectKind.Type, type.Name),
        CreateSequenceStatement sequence => (ObjectKind.Sequence, sequence.Name),
        CreateFunctionStatement routine => (ObjectKind.Function, routine.Name),
        _ => null,
    };

    private void ReadTable(CreateTableStatement table, ObjectKey written, ScriptPlace at)
    {
        var key = table.IsTemporary ? written.AsTemporary() : written;
        catalog.Create(ObjectKind.Table, key, at);
        catalog.Named(key).Create(table, at);
        foreach (var constraint in table.AllConstraints)
        {
            CreateIndexOf(constraint, key, at);
        }
    }

    private void ReadIndex(CreateIndexStatement index, ObjectKey table, ScriptPlace at)
    {
        catalog.Named(table).Add(index, at);
        if (index.Name is { } name)
        {
            catalog.CreateIndex(name, table, at);
        }
    }

    private void ReadSchema(CreateSchemaStatement schema, ObjectKey scope, ScriptPlace at)
    {
        if ((schema.Name ?? schema.Owner) is not { } name)
        {
            return;
        }

        catalog.Create(ObjectKind.Schema, ObjectKey.Of(scope.Database, name), at);
        foreach (var element in schema.Elements)
        {
            Read(element, scope with { Schema = name.Value }, at);
        }
    }

    private void ReadActions(ObjectKind kind, IReadOnlyList<AlterAction> actions, ObjectKey key, ScriptPlace at)
    {
        foreach (var action in actions)
        {
            switch (action)
            {
                case RenameToAction rename:
                    catalog.Rename(kind, key, key with { Name = rename.NewName.Value }, at);
                    break;
                case SetSchemaAction move:
                    catalog.Rename(kind, key, key with { Schema = move.Schema.Value }, at);
                    break;
                case not null when kind == ObjectKind.Table:
                    catalog.Named(key).Alter(action, at);
                    CreateIndexOf((action as AddConstraintAction)?.Constraint, key, at);
                    break;
            }
        }
    }

    /// <summary>A named unique constraint or primary key has an index of its name.</summary>
    private void CreateIndexOf(TableConstraint? constraint, ObjectKey table, ScriptPlace at)
    {
        if (constraint is { Name: { } name, Kind: ConstraintKind.PrimaryKey or ConstraintKind.Unique or ConstraintKind.Exclude })
        {
            catalog.CreateIndex(name, table, at);
        }
    }
}
