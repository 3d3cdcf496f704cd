using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Enters what statements say about tables, their indexes and what else has a name in a schema.</summary>
/// <param name="objects">The objects of the catalog.</param>
/// <param name="database">The database of the script.</param>
internal sealed class RelationReader(ObjectMap objects, string database)
{
    private readonly IndexNames _indexes = new(objects);

    public void Create(CreateTableStatement statement, ScriptPlace at)
    {
        var key = objects.MakeKey(ObjectKind.Table, database, statement.Name, at);
        if (statement.IsTemporary)
        {
            key = key with { Schema = ObjectKey.TemporarySchemaOf(at.Script) };
            objects.AllowTemporary(at);
        }

        var table = new TableHistory { Definition = statement };
        objects.Set(key, new CatalogEntry(IsCreated: true) { Table = table }, at);
        new TableReader(table, key.Name, at).Read(statement);
        _indexes.EnterFrom(0, table, key, at);
    }

    public void Create(CreateIndexStatement statement, ScriptPlace at)
    {
        var (key, table) = TableOf(statement.Table, at);
        _indexes.Enter(new TableReader(table, key.Name, at).Read(statement), key, at);
    }

    public void Alter(ObjectKind kind, AlterStatement alter, ScriptPlace at)
    {
        var (key, table) = kind == ObjectKind.Table ? TableOf(alter.Name, at) : (KeyOf(kind, alter.Name, at), null);
        foreach (var action in alter.Actions)
        {
            switch (action)
            {
                case RenameToAction rename when kind == ObjectKind.Index:
                    _indexes.Rename(key, key.Name, rename.NewName.Value, at);
                    break;
                case RenameToAction rename:
                    objects.Rename(key, key with { Name = rename.NewName.Value }, at);
                    break;
                case SetSchemaAction move:
                    Move(table, key, key with { Schema = move.Schema.Value }, at);
                    break;
                case not null when table is not null:
                    Alter(table, key, action, at);
                    break;
            }
        }
    }

    public void Drop(DropObjectsStatement drop, ScriptPlace at)
    {
        foreach (var name in drop.Names)
        {
            var key = KeyOf(drop.Kind, name, at);
            if (objects.After(key, at) is { } entry)
            {
                objects.Set(key, null, at);
                entry.Index?.Drop(at);
                Drop(entry.Table, key, at);
            }
        }
    }

    public void Empty(IEnumerable<QualifiedName> tables, ScriptPlace at)
    {
        foreach (var name in tables)
        {
            TableOf(name, at).Table.Empty(at);
        }
    }

    public void Write(QualifiedName table, ScriptPlace at) => TableOf(table, at).Table.Write(at);

    private void Alter(TableHistory table, ObjectKey key, AlterAction action, ScriptPlace at)
    {
        var known = table.Indexes.Count;
        new TableReader(table, key.Name, at).Read(action);
        _indexes.EnterFrom(known, table, key, at);
        switch (action)
        {
            case AddConstraintAction { Constraint: { UsingIndex: { } index, Name: { } name } }:
                _indexes.Rename(key, index.Value, name.Value, at);
                break;
            case RenameConstraintAction rename:
                _indexes.Rename(key, rename.Constraint.Value, rename.NewName.Value, at);
                break;
            case AttachPartitionAction attach:
                TableOf(attach.Partition, at).Table.IsPartition = true;
                break;
        }
    }

    private void Move(TableHistory? table, ObjectKey from, ObjectKey to, ScriptPlace at)
    {
        objects.Rename(from, to, at);
        if (table is not null)
        {
            _indexes.Move(table, from, to, at);
        }
    }

    private void Drop(TableHistory? table, ObjectKey key, ScriptPlace at)
    {
        if (table is not null)
        {
            table.IsDropped = true;
            _indexes.Drop(table, key, at);
        }
    }

    /// <summary>The table that a statement means; one that no script created was there before all of them.</summary>
    private (ObjectKey Key, TableHistory Table) TableOf(QualifiedName name, ScriptPlace at)
    {
        var key = objects.Resolve(ObjectKind.Table, database, name, at);
        if (objects.After(key, at) is not { Table: { } table } entry)
        {
            table = new TableHistory();
            entry = objects.After(key, at) ?? new CatalogEntry(IsCreated: false);
            objects.Set(key, entry with { Table = table }, at);
        }

        return (key, table);
    }

    private ObjectKey KeyOf(ObjectKind kind, QualifiedName name, ScriptPlace at) => kind == ObjectKind.Schema
        ? new ObjectKey(kind, database, name.Name)
        : objects.Resolve(kind, database, name, at);
}
