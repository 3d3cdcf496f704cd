using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>What each name means while the scripts run.</summary>
internal sealed class ObjectMap
{
    /// <summary>What ALTER TABLE takes besides tables.</summary>
    private static readonly ObjectKind[] LikeTables =
        [ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Index, ObjectKind.Sequence];

    private readonly Dictionary<ObjectKey, Timeline<CatalogEntry?>> _entries = [];
    private readonly Dictionary<int, Timeline<SearchPath>> _paths = [];
    private readonly HashSet<int> _withTemporary = [];

    public CatalogEntry? Before(ObjectKey key, ScriptPlace when) => _entries.GetValueOrDefault(key)?.Before(when);

    public CatalogEntry? After(ObjectKey key, ScriptPlace when) => _entries.GetValueOrDefault(key)?.After(when);

    /// <summary>Gives a name a meaning, or with null none.</summary>
    public void Set(ObjectKey key, CatalogEntry? entry, ScriptPlace at)
    {
        if (!_entries.TryGetValue(key, out var timeline))
        {
            _entries.Add(key, timeline = new Timeline<CatalogEntry?>());
        }

        // What scripts only name was there before all of them.
        timeline.Set(entry, entry is { IsCreated: false } && timeline.IsEmpty ? ScriptPlace.Beginning : at);
    }

    /// <summary>Created under its old name, it is as new under its new one.</summary>
    public void Rename(ObjectKey from, ObjectKey to, ScriptPlace at)
    {
        if (After(from, at) is { } entry)
        {
            Set(from, null, at);
            Set(to, entry, at);
        }
    }

    /// <summary>From here to its end a script's names without a schema lie elsewhere.</summary>
    public void SetPath(SearchPath path, ScriptPlace at)
    {
        if (!_paths.TryGetValue(at.Script, out var timeline))
        {
            _paths.Add(at.Script, timeline = new Timeline<SearchPath>());
        }

        timeline.Set(path, at);
    }

    /// <summary>From here to its end names without a schema may be those of a script's temporary objects.</summary>
    public void AllowTemporary(ScriptPlace at) => _withTemporary.Add(at.Script);

    public SearchPath PathAt(ScriptPlace when) =>
        _paths.GetValueOrDefault(when.Script)?.Before(when) ?? SearchPath.Default;

    /// <summary>What a statement makes when it says this name.</summary>
    public ObjectKey MakeKey(ObjectKind kind, string database, QualifiedName name, ScriptPlace when) =>
        new(ObjectKey.KindOf(kind), database, SchemaOf(name, when) ?? PathAt(when).First, name.Name.Value);

    /// <summary>The object that a statement means, or where it would be made.</summary>
    public ObjectKey Resolve(ObjectKind kind, string database, QualifiedName name, ScriptPlace when)
    {
        var key = MakeKey(kind, database, name, when);
        if (name.Schema is not null)
        {
            return key;
        }

        return FindTemporary(key, when)
            ?? (PathAt(when) is { Schemas.Count: > 1 } path ? Find(key, path, when) : null)
            ?? key;
    }

    /// <summary>What a name in ALTER TABLE means.</summary>
    public ObjectKind KindOf(string database, QualifiedName name, ScriptPlace when)
    {
        if (Before(Resolve(ObjectKind.Table, database, name, when), when) is null)
        {
            foreach (var kind in LikeTables)
            {
                if (Before(Resolve(kind, database, name, when), when) is not null)
                {
                    return kind;
                }
            }
        }

        return ObjectKind.Table;
    }

    private ObjectKey? FindTemporary(ObjectKey key, ScriptPlace when)
    {
        if (!_withTemporary.Contains(when.Script))
        {
            return null;
        }

        var temporary = key with { Schema = ObjectKey.TemporarySchemaOf(when.Script) };
        return IsKnown(temporary, when) ? temporary : null;
    }

    private ObjectKey? Find(ObjectKey key, SearchPath path, ScriptPlace when)
    {
        var schema = path.Schemas.FirstOrDefault(schema => IsKnown(key with { Schema = schema }, when));
        return schema is null ? null : key with { Schema = schema };
    }

    private bool IsKnown(ObjectKey key, ScriptPlace when) =>
        Before(key, when) is not null || After(key, when) is not null;

    private static string? SchemaOf(QualifiedName name, ScriptPlace when) =>
        name.Schema?.Value is ObjectKey.TemporarySchema ? ObjectKey.TemporarySchemaOf(when.Script) : name.Schema?.Value;
}
