using Drawbridge.Rules.Changes;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Knows what statements create, and which of them create nothing because it is there.</summary>
/// <param name="objects">The objects of the catalog.</param>
/// <param name="script">The script.</param>
/// <param name="all">What all scripts say; null when the catalog has all.</param>
internal sealed class CreationReader(ObjectMap objects, MigrationFile script, Func<Catalog>? all)
{
    /// <summary>What a statement creates, when no more than its name matters.</summary>
    public ObjectKey? KeyOf(StatementSyntax syntax, ScriptPlace at) => syntax switch
    {
        SelectStatement { Into: { } table } => Key(ObjectKind.Table, table, at),
        CreateViewStatement { IsMaterialized: true } view => Key(ObjectKind.MaterializedView, view.Name, at),
        CreateViewStatement view => Key(ObjectKind.View, view.Name, at),
        CreateTypeStatement type => Key(ObjectKind.Type, type.Name, at),
        CreateSequenceStatement sequence => Key(ObjectKind.Sequence, sequence.Name, at),
        CreateFunctionStatement routine => Key(ObjectKind.Function, routine.Name, at),
        _ => null,
    };

    /// <summary>What is known of it.</summary>
    public static CatalogEntry EntryOf(StatementSyntax syntax) => syntax switch
    {
        CreateTypeStatement { Domain.Constraints: { } constraints } => new CatalogEntry(IsCreated: true)
        {
            IsConstrained = constraints.Any(constraint => constraint.Kind != ConstraintKind.Null),
        },
        CreateFunctionStatement { Settings: not [] } routine => new CatalogEntry(IsCreated: true)
        {
            HasSearchPath = routine.Settings.Any(setting => setting.Name == "search_path"),
        },
        _ => CatalogEntry.Created,
    };

    /// <summary>Whether a statement makes nothing new, because what it would create is there already.</summary>
    public bool IsThere(StatementSyntax syntax, ScriptPlace at) => KeyUnlessThere(syntax, at) is { } key
        && (objects.After(key, at) is { IsCreated: true } || (all?.Invoke().Has(key, script, at.Offset) ?? false));

    private ObjectKey? KeyUnlessThere(StatementSyntax syntax, ScriptPlace at) => syntax switch
    {
        CreateTableStatement { IfNotExists: true, IsTemporary: false } table => Key(ObjectKind.Table, table.Name, at),
        CreateIndexStatement { IfNotExists: true, Name.Value: var name, Table: var table } =>
            objects.Resolve(ObjectKind.Table, script.Database, table, at) with { Kind = ObjectKind.Index, Name = name },
        CreateSchemaStatement { IfNotExists: true, Elements: [], Name: { } name } =>
            new ObjectKey(ObjectKind.Schema, script.Database, name),
        CreateViewStatement { IfNotExists: true } or CreateViewStatement { IsReplacing: true } => KeyOf(syntax, at),
        CreateSequenceStatement { IfNotExists: true } => KeyOf(syntax, at),
        _ => null,
    };

    private ObjectKey Key(ObjectKind kind, QualifiedName name, ScriptPlace at) =>
        objects.MakeKey(kind, script.Database, name, at);
}
