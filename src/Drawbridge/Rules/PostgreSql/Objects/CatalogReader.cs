using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Enters what the statements of one script say into a catalog.</summary>
/// <param name="objects">The objects of the catalog.</param>
/// <param name="script">The script.</param>
/// <param name="all">What all scripts say; null when the catalog has all.</param>
internal sealed class CatalogReader(ObjectMap objects, MigrationFile script, Func<Catalog>? all)
{
    private readonly RelationReader _relations = new(objects, script.Database);
    private readonly CreationReader _creations = new(objects, script, all);

    /// <param name="syntax">What it says.</param>
    /// <param name="at">When it runs.</param>
    public void Read(StatementSyntax syntax, ScriptPlace at)
    {
        var isRead = script.Name?.Kind == ScriptKind.Undo
            ? syntax is CreateTableStatement { IsTemporary: true }
            : !_creations.IsThere(syntax, at);
        if (isRead)
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
                _relations.Alter(objects.KindOf(script.Database, alter.Name, at), alter, at);
                break;
            case AlterFunctionStatement alter:
                Alter(alter, at);
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

    private void Alter(AlterFunctionStatement alter, ScriptPlace at)
    {
        _relations.Alter(alter.Kind, alter, at);
        if (alter.Settings.Any(setting => setting.Name == "search_path"))
        {
            var key = objects.Resolve(alter.Kind, script.Database, alter.Name, at);
            var entry = objects.After(key, at) ?? new CatalogEntry(IsCreated: false);
            objects.Set(key, entry with { HasSearchPath = true }, at);
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
        WriteStatement { With: [] } write => write is DeleteStatement ? [] : [write.Target],
        QueryStatement { With: not [] } query =>
            query.Writes.Where(write => write is not DeleteStatement).Select(write => write.Target),
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

        objects.Set(new ObjectKey(ObjectKind.Schema, script.Database, name), CatalogEntry.Created, at);
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
        if (_creations.KeyOf(syntax, at) is { } key)
        {
            objects.Set(key, CreationReader.EntryOf(syntax), at);
        }
    }

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
