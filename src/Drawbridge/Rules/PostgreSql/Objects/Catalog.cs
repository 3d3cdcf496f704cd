using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>
/// What a set of scripts creates, drops and says about tables, in the order in which they run. Read once, in linear
/// time. Undo scripts are no part of it: they run when something went wrong.
/// </summary>
public sealed class Catalog
{
    private readonly ObjectMap _objects = new();
    private readonly Dictionary<MigrationFile, int> _order = [];

    private Catalog()
    {
    }

    /// <summary>Whether all scripts are entered. Until then it answers about what ran before the last one.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>Reads the scripts among some files.</summary>
    public static Catalog Of(IEnumerable<MigrationFile> files)
    {
        var catalog = new Catalog();
        catalog.Enter(files, all: null, file => file, _ => { });
        return catalog;
    }

    /// <summary>One that knows nothing yet.</summary>
    internal static Catalog Empty() => new();

    /// <summary>Enters the scripts among some files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="all">
    /// What these and all others say, asked for where a script says IF NOT EXISTS; null when these are all.
    /// </param>
    /// <param name="prepare">
    /// What is to be found out of each script before it is entered, of several at once, while what it says is at hand.
    /// </param>
    /// <param name="meet">Is shown what was found out as soon as the script and all before it are entered.</param>
    internal void Enter<T>(
        IEnumerable<MigrationFile> files, Func<Catalog>? all, Func<MigrationFile, T> prepare, Action<T> meet)
    {
        var scripts = files.Where(file => file is { Script: not null, Engine: DatabaseEngine.PostgreSql })
            .OrderBy(file => file.Script!, ScriptOrder.Instance)
            .ToList();
        SideBySide.Stream(
            scripts,
            script =>
            {
                script.Sql.ReadStatements();
                return (Script: script, Prepared: prepare(script));
            },
            read =>
            {
                Enter(read.Script, all);
                meet(read.Prepared);
                read.Script.Sql.ForgetStatements();
            });
        IsComplete = true;
    }

    /// <summary>When a statement runs, among those of this catalog.</summary>
    public ScriptPlace PlaceOf(MigrationFile script, SqlStatement statement) => new(_order[script], statement.Offset);

    /// <summary>
    /// Whether an object is created before a statement runs, and still there; a temporary one by the same script.
    /// </summary>
    /// <param name="kind">What it is; foreign and temporary tables and partitions are tables.</param>
    /// <param name="name">Its name as the statement writes it.</param>
    /// <param name="script">The statement's script.</param>
    /// <param name="statement">The statement.</param>
    public bool Has(ObjectKind kind, QualifiedName name, MigrationFile script, SqlStatement statement)
    {
        var when = PlaceOf(script, statement);
        return name.Schema?.Value == ObjectKey.TemporarySchema
            || _objects.Before(_objects.Resolve(kind, script.Database, name, when), when) is { IsCreated: true };
    }

    /// <summary>
    /// Whether something that lies in no schema, a schema itself for one, is created before a statement runs.
    /// </summary>
    public bool Has(ObjectKind kind, Identifier name, MigrationFile script, SqlStatement statement) =>
        _objects.Before(new ObjectKey(kind, script.Database, name), PlaceOf(script, statement)) is { IsCreated: true };

    /// <summary>Whether the same transaction truncates a table before a statement runs.</summary>
    public bool IsEmptied(QualifiedName table, MigrationFile script, SqlStatement statement) =>
        script.Sql.RunsInTransaction
        && Table(table, script, statement) is { } history
        && history.IsEmptied(PlaceOf(script, statement));

    /// <summary>Whether the same script creates a temporary table of that name before a statement runs.</summary>
    public bool HasTemporary(QualifiedName table, MigrationFile script, SqlStatement statement)
    {
        var when = PlaceOf(script, statement);
        var key = _objects.Resolve(ObjectKind.Table, script.Database, table, when);
        return key.Schema == ObjectKey.TemporarySchemaOf(when.Script);
    }

    /// <summary>The schema in which a statement makes what it names without one.</summary>
    public string SchemaAt(MigrationFile script, SqlStatement statement) =>
        _objects.PathAt(PlaceOf(script, statement)).First;

    /// <summary>What the scripts say about the table that a statement names; null when no other names it.</summary>
    public TableHistory? Table(QualifiedName name, MigrationFile script, SqlStatement statement) =>
        Find(ObjectKind.Table, name, script, statement)?.Table;

    /// <summary>The table of the index that a statement names; null when the scripts don't say.</summary>
    public TableHistory? TableOfIndex(QualifiedName index, MigrationFile script, SqlStatement statement) =>
        Find(ObjectKind.Index, index, script, statement)?.Index?.Table;

    /// <summary>Whether a type is a domain whose values must obey something.</summary>
    public bool IsConstrainedDomain(DataType type, MigrationFile script, SqlStatement statement)
    {
        var parts = type.Name.Split('.').Select(part => new Identifier(part, part, type.Span)).ToList();
        var name = new QualifiedName(parts is [var schema, _] ? schema : null, parts[^1], type.Span);
        return Find(ObjectKind.Domain, name, script, statement) is { IsConstrained: true };
    }

    /// <summary>Whether a function has a search_path of its own when a script ends.</summary>
    public bool HasSearchPath(QualifiedName routine, MigrationFile script)
    {
        var end = new ScriptPlace(_order[script], int.MaxValue);
        var key = _objects.Resolve(ObjectKind.Function, script.Database, routine, end);
        return _objects.Before(key, end) is { HasSearchPath: true };
    }

    /// <summary>Whether an object is there when a statement runs.</summary>
    /// <param name="key">The object.</param>
    /// <param name="script">The statement's script.</param>
    /// <param name="offset">Where the statement stands in it.</param>
    internal bool Has(ObjectKey key, MigrationFile script, int offset) =>
        _objects.Before(key, new ScriptPlace(_order[script], offset)) is { IsCreated: true };

    private void Enter(MigrationFile script, Func<Catalog>? all)
    {
        _order.Add(script, _order.Count);
        var reader = new CatalogReader(_objects, script, all);
        foreach (var statement in script.Sql.Statements)
        {
            reader.Read(statement.Syntax, PlaceOf(script, statement));
        }
    }

    private CatalogEntry? Find(ObjectKind kind, QualifiedName name, MigrationFile script, SqlStatement statement)
    {
        var when = PlaceOf(script, statement);
        var key = _objects.Resolve(kind, script.Database, name, when);
        return _objects.After(key, when) ?? _objects.Before(key, when);
    }
}
