using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>
/// What a set of scripts creates and says about tables, in the order in which they run. Read once, in linear time.
/// </summary>
public sealed class Catalog
{
    private readonly Dictionary<(ObjectKind Kind, ObjectKey Key), ScriptPlace> _created = [];
    private readonly Dictionary<ObjectKey, TableHistory> _tables = [];
    private readonly Dictionary<ObjectKey, ObjectKey> _tablesOfIndexes = [];
    private readonly Dictionary<(int Script, ObjectKey Key), ScriptPlace> _emptied = [];
    private readonly Dictionary<MigrationFile, int> _order = [];

    private Catalog()
    {
    }

    /// <summary>Reads the scripts among some files.</summary>
    public static Catalog Of(IEnumerable<MigrationFile> files)
    {
        var catalog = new Catalog();
        var reader = new CatalogReader(catalog);
        var scripts = files.Where(file => file.Script is not null).OrderBy(file => file.Script!, ScriptOrder.Instance).ToList();
        SideBySide.Do(scripts, script => script.Sql.ReadStatements());
        foreach (var file in scripts)
        {
            catalog._order.Add(file, catalog._order.Count);
            foreach (var statement in file.Sql.Statements)
            {
                reader.Read(statement.Syntax, ObjectKey.DefaultOf(file.Database), catalog.PlaceOf(file, statement));
            }
        }

        return catalog;
    }

    /// <summary>When a statement runs, among those of this catalog.</summary>
    public ScriptPlace PlaceOf(MigrationFile script, SqlStatement statement) => new(_order[script], statement.Offset);

    /// <summary>Whether an object is created before a statement runs; a temporary one by the same script.</summary>
    /// <param name="kind">What it is; foreign and temporary tables and partitions are tables.</param>
    /// <param name="name">Its name as the statement writes it.</param>
    /// <param name="script">The statement's script.</param>
    /// <param name="statement">The statement.</param>
    public bool Has(ObjectKind kind, QualifiedName name, MigrationFile script, SqlStatement statement) =>
        IsBefore(kind, ObjectKey.Of(script.Database, name), PlaceOf(script, statement));

    /// <summary>
    /// Whether something that lies in no schema, a schema itself for one, is created before a statement runs.
    /// </summary>
    public bool Has(ObjectKind kind, Identifier name, MigrationFile script, SqlStatement statement) =>
        IsBefore(kind, ObjectKey.Of(script.Database, name), PlaceOf(script, statement));

    /// <summary>Whether the same transaction truncates a table before a statement runs.</summary>
    public bool IsEmptied(QualifiedName table, MigrationFile script, SqlStatement statement) =>
        script.Sql.RunsInTransaction
        && PlaceOf(script, statement) is var when
        && _emptied.TryGetValue((when.Script, ObjectKey.Of(script.Database, table)), out var at)
        && at.IsBefore(when);

    /// <summary>Whether the same script creates a temporary table of that name before a statement runs.</summary>
    public bool HasTemporary(QualifiedName table, MigrationFile script, SqlStatement statement) =>
        IsTemporary(ObjectKind.Table, ObjectKey.Of(script.Database, table), PlaceOf(script, statement));

    /// <summary>What the scripts say about a table; null when they don't name it.</summary>
    public TableHistory? Table(string database, QualifiedName name) =>
        _tables.GetValueOrDefault(ObjectKey.Of(database, name));

    /// <summary>
    /// Whether an index is one of a partitioned table, which can be neither created nor dropped concurrently.
    /// </summary>
    public bool IsIndexOfPartitioned(string database, QualifiedName index) =>
        _tablesOfIndexes.TryGetValue(ObjectKey.Of(database, index), out var table)
            && _tables.GetValueOrDefault(table) is { IsPartitioned: true };

    internal void Empty(IEnumerable<ObjectKey> tables, ScriptPlace at)
    {
        foreach (var table in tables)
        {
            _emptied.TryAdd((at.Script, table), at);
        }
    }

    internal void CreateIndex(Identifier name, ObjectKey table, ScriptPlace at)
    {
        var key = table with { Name = name.Value };
        Create(ObjectKind.Index, key, at);
        _tablesOfIndexes[key] = table;
    }

    internal void Create(ObjectKind kind, ObjectKey key, ScriptPlace at) => _created.TryAdd((kind, key), at);

    /// <summary>Created under its old name, it is as new under its new one.</summary>
    internal void Rename(ObjectKind kind, ObjectKey from, ObjectKey to, ScriptPlace at)
    {
        if (IsBefore(kind, from, at))
        {
            Create(kind, to, at);
        }

        if (kind == ObjectKind.Table && _tables.TryGetValue(from, out var table))
        {
            _tables[to] = table;
        }
    }

    internal TableHistory Named(ObjectKey key)
    {
        if (!_tables.TryGetValue(key, out var table))
        {
            _tables.Add(key, table = new TableHistory());
        }

        return table;
    }

    private bool IsBefore(ObjectKind kind, ObjectKey key, ScriptPlace when) =>
        (_created.TryGetValue((kind, key), out var at) && at.IsBefore(when)) || IsTemporary(kind, key, when);

    private bool IsTemporary(ObjectKind kind, ObjectKey key, ScriptPlace when) =>
        key == key.AsTemporary()
        || (_created.TryGetValue((kind, key.AsTemporary()), out var at) && at.Script == when.Script && at.IsBefore(when));
}
