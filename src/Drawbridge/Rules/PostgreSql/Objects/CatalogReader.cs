using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Enters what the statements of one script say into a catalog.</summary>
/// <param name="objects">The objects of the catalog.</param>
/// <param name="script">The script.</param>
/// <param name="earlier">What ran before the catalog's scripts; null for nothing.</param>
internal sealed class CatalogReader(ObjectMap objects, MigrationFile script, Func<Catalog>? earlier)
{
    private readonly RelationReader _relations = new(objects, script.Database);

    /// <param name="syntax">What it says.</param>
    /// <param name="at">When it runs.</param>
    public void Read(StatementSyntax syntax, ScriptPlace at)
    {
        if (script.Name?.Kind == ScriptKind.Undo ? syntax is CreateTableStatement { IsTemporary: true } : !IsThere(syntax, at))
        {
            Enter(syntax, at);
        }
    }

    private void Enter(StatementSyntax syntax, ScriptPlace at)
    {
        switch (syntax)
        {
            case CreateTableStatement table:
                _relations.Create(table, at);
                break;
            case CreateIndexStatement index:
                _relations.Create(index, at);
                break;
            case CreateSchemaStatement schema:
                Create(schema, at);
                break;
            case AlterTableStatement alter:
                _relations.Alter(_relations.KindOf(alter.Name, at), alter, at);
                break;
            case AlterObjectStatement alter:
                _relations.Alter(alter.Kind, alter, at);
                break;
            case DropObjectsStatement drop:
                _relations.Drop(drop, at);
                break;
            case TruncateStatement truncate:
                _relations.Empty(truncate.Tables, at);
                break;
            default:
                Write(syntax, at);
                ReadPath(syntax, at);
                Create(syntax, at);
                break;
        }
    }

    private void Write(StatementSyntax syntax, ScriptPlace at)
    {
        foreach (var table in Written(syntax))
        {
            _relations.Write(table, at);
        }
    }

    private static IEnumerable<QualifiedName> Written(StatementSyntax syntax) => syntax switch
    {
        QueryStatement query => query.Writes.Where(write => write is not DeleteStatement).Select(write => write.Target),
        CopyStatement { IsFrom: true, Table: { } table } => [table],
        _ => [],
    };

    /// <summary>Its elements lie in it, and first look there for what they name.</summary>
    private void Create(CreateSchemaStatement schema, ScriptPlace at)
    {
        if ((schema.Name ?? schema.Owner) is not { } name)
        {
            return;
        }

        objects.Set(new ObjectKey(ObjectKind.Schema, script.Database, name), new CatalogEntry(IsCreated: true), at);
        var path = objects.PathAt(at);
        objects.SetPath(new SearchPath([name.Value, .. path.Schemas]), at);
        foreach (var element in schema.Elements)
        {
            Read(element, at with { Offset = element.Span.Offset });
        }

        objects.SetPath(path, at with { Offset = schema.Span.End });
    }

    private void Create(StatementSyntax syntax, ScriptPlace at)
    {
        if (Created(syntax) is var (kind, name))
        {
            objects.Set(objects.MakeKey(kind, script.Database, name, at), new CatalogEntry(IsCreated: true), at);
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

    /// <summary>Whether a statement does nothing because what it would create is there already.</summary>
    private bool IsThere(StatementSyntax syntax, ScriptPlace at) => KeyUnlessThere(syntax, at) is { } key
        && (objects.After(key, at) is { IsCreated: true } || (earlier?.Invoke().Leaves(key) ?? false));

    private ObjectKey? KeyUnlessThere(StatementSyntax syntax, ScriptPlace at) => syntax switch
    {
        CreateTableStatement { IfNotExists: true, IsTemporary: false } table => objects.MakeKey(ObjectKind.Table, script.Database, table.Name, at),
        CreateIndexStatement { IfNotExists: true, Name: { } name } index =>
            objects.Resolve(ObjectKind.Table, script.Database, index.Table, at) with { Kind = ObjectKind.Index, Name = name.Value },
        CreateSchemaStatement { IfNotExists: true, Elements: [], Name: { } name } => new ObjectKey(ObjectKind.Schema, script.Database, name),
        CreateViewStatement { IfNotExists: true } or CreateViewStatement { IsReplacing: true } or CreateSequenceStatement { IfNotExists: true }
            when Created(syntax) is var (kind, name) => objects.MakeKey(kind, script.Database, name, at),
        _ => null,
    };

    private void ReadPath(StatementSyntax syntax, ScriptPlace at)
    {
        foreach (var setting in SettingsIn(syntax))
        {
            if (setting.Name is "search_path" or "all" && (!setting.IsLocal || script.Sql.RunsInTransaction))
            {
                objects.SetPath(SearchPath.Of(setting.Value), at);
            }
        }
    }

    private static IReadOnlyList<SettingChange> SettingsIn(StatementSyntax syntax) => syntax switch
    {
        SetSettingStatement set => [set.Setting],
        ResetSettingStatement reset => [new SettingChange(reset.Name, Value: null, reset.Span)],
        SelectStatement select => select.Settings,
        _ => [],
    };
}
