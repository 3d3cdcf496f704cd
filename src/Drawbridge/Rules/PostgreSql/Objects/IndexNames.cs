using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Keeps the names of indexes, which lie in the schemas of their tables.</summary>
internal sealed class IndexNames(ObjectMap objects)
{
    /// <summary>Enters an index; one whose name nobody can know can't be dropped by it.</summary>
    public void Enter(TableIndex index, ObjectKey table, ScriptPlace at)
    {
        if (index.Name is { } name)
        {
            objects.Set(KeyOf(table, name), new CatalogEntry(IsCreated: true) { Index = index }, at);
        }
    }

    /// <summary>Enters those that a statement added to the indexes of a table.</summary>
    public void EnterFrom(int first, TableHistory table, ObjectKey key, ScriptPlace at)
    {
        for (var added = first; added < table.Indexes.Count; added++)
        {
            Enter(table.Indexes[added], key, at);
        }
    }

    public void Rename(ObjectKey table, string name, string newName, ScriptPlace at)
    {
        var key = KeyOf(table, name);
        if (objects.After(key, at)?.Index is { } index)
        {
            index.Name = newName;
        }

        objects.Rename(key, KeyOf(table, newName), at);
    }

    /// <summary>The indexes of a table follow it into another schema.</summary>
    public void Move(TableHistory table, ObjectKey from, ObjectKey to, ScriptPlace at)
    {
        foreach (var name in table.Indexes.Select(index => index.Name).OfType<string>())
        {
            objects.Rename(KeyOf(from, name), KeyOf(to, name), at);
        }
    }

    /// <summary>The indexes of a table go with it.</summary>
    public void Drop(TableHistory table, ObjectKey key, ScriptPlace at)
    {
        foreach (var index in table.Indexes)
        {
            index.Drop(at);
            if (index.Name is { } name && objects.After(KeyOf(key, name), at)?.Index == index)
            {
                objects.Set(KeyOf(key, name), null, at);
            }
        }
    }

    private static ObjectKey KeyOf(ObjectKey table, string name) =>
        table with { Kind = ObjectKind.Index, Name = name };
}
