using Drawbridge.Rules.Changes;
using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// One statement of a new or changed script, and what a rule must know to be silent where it should be.
/// </summary>
/// <param name="script">The script.</param>
/// <param name="statement">The statement.</param>
/// <param name="changes">The change that it is part of.</param>
public sealed class StatementContext(MigrationFile script, SqlStatement statement, ChangeSet changes)
{
    private const int LongestQuote = 160;

    /// <summary>Most rules ask about the same table, one after the other.</summary>
    private QualifiedName? _asked;
    private bool _isNew;

    /// <summary>The script.</summary>
    public MigrationFile Script => script;

    /// <summary>The statement.</summary>
    public SqlStatement Statement => statement;

    /// <summary>The change that it is part of.</summary>
    public ChangeSet Changes => changes;

    /// <summary>What the statement says: read once, though its script may forget it.</summary>
    public StatementSyntax Syntax { get; } = statement.Syntax;

    /// <summary>The major version of the database's server.</summary>
    public int ServerVersion => Changes.ServerVersionOf(Script.Database);

    /// <summary>When it runs, in the terms of <see cref="ChangeSet.Known"/>.</summary>
    public ScriptPlace Place => Changes.Known.PlaceOf(Script, Statement);

    /// <summary>
    /// Whether this script, before the statement, or an earlier one of the same change creates the table, temporary
    /// table or materialized view: then nobody waits for its locks, and it has hardly any rows.
    /// </summary>
    public bool IsNew(QualifiedName table)
    {
        if (!ReferenceEquals(_asked, table))
        {
            (_asked, _isNew) = (table, IsNew(ObjectKind.Table, table) || IsNew(ObjectKind.MaterializedView, table));
        }

        return _isNew;
    }

    /// <summary>The first of some tables that was there before; null when all are new.</summary>
    public QualifiedName? FirstExisting(IEnumerable<QualifiedName> tables) =>
        tables.FirstOrDefault(table => !IsNew(table));

    /// <summary>
    /// Whether this script, before the statement, or an earlier one of the same change creates an object.
    /// </summary>
    public bool IsNew(ObjectKind kind, QualifiedName name) => Changes.Created.Has(kind, name, Script, Statement);

    /// <summary>
    /// Whether nothing of the table needs time: it is new, or this script emptied it, and so holds its lock, already.
    /// </summary>
    public bool IsEmpty(QualifiedName table) => IsNew(table) || Changes.Created.IsEmptied(table, Script, Statement);

    /// <summary>
    /// Whether something that lies in no schema, a schema itself for one, is created before by the same change.
    /// </summary>
    public bool IsNew(ObjectKind kind, Identifier name) => Changes.Created.Has(kind, name, Script, Statement);

    /// <summary>Whether this script creates a temporary table of that name before.</summary>
    public bool IsTemporary(QualifiedName table) => Changes.Created.HasTemporary(table, Script, Statement);

    /// <summary>Whether the same change adds the column before.</summary>
    public bool IsNewColumn(QualifiedName table, Identifier column) =>
        Changes.Created.Table(table, Script, Statement) is { } created
        && created.HasColumn(column.Value, Changes.Created.PlaceOf(Script, Statement));

    /// <summary>What all scripts say about a table, later ones too; null when they don't name it.</summary>
    public TableHistory? Table(QualifiedName name) => Changes.Known.Table(name, Script, Statement);

    /// <summary>What all scripts say about the table of an index; null when they don't name it.</summary>
    public TableHistory? TableOfIndex(QualifiedName index) => Changes.Known.TableOfIndex(index, Script, Statement);

    /// <summary>The actions of one kind on a table that has rows already.</summary>
    public IEnumerable<T> ActionsOnFilled<T>(AlterTableStatement alter)
        where T : AlterAction =>
        IsEmpty(alter.Name) ? [] : ActionsOnExisting<T>(alter);

    /// <summary>The actions of one kind on a table that was there before.</summary>
    public IEnumerable<T> ActionsOnExisting<T>(AlterTableStatement alter)
        where T : AlterAction =>
        alter.IsForeign || IsNew(alter.Name) ? [] : alter.Actions.OfType<T>();

    /// <summary>The constraints that a table which has rows already gets, with new columns or by themselves.</summary>
    public IEnumerable<TableConstraint> ConstraintsOnFilled(AlterTableStatement alter) =>
        ActionsOnFilled<AddConstraintAction>(alter).Select(add => add.Constraint)
            .Concat(ActionsOnFilled<AddColumnAction>(alter).SelectMany(add => add.Column.Constraints));

    /// <summary>The actions of an ALTER on a table or view that was there before; none on anything else.</summary>
    public IReadOnlyList<AlterAction> ActionsOnRelation(AlterStatement alter) => alter switch
    {
        AlterTableStatement when !IsNew(alter.Name) => alter.Actions,
        AlterObjectStatement { Kind: ObjectKind.View } when !IsNew(ObjectKind.View, alter.Name) => alter.Actions,
        AlterObjectStatement { Kind: ObjectKind.MaterializedView } when !IsNew(alter.Name) => alter.Actions,
        _ => [],
    };

    /// <summary>What the script says behind the statement.</summary>
    public IEnumerable<StatementSyntax> Later =>
        Script.Sql.Statements.Where(other => other.Offset > Statement.Offset).Select(other => other.Syntax);

    /// <summary>Whether the script sets the session's time zone to UTC before the statement.</summary>
    public bool IsInUtc => Script.Sql.Statements.TakeWhile(other => other != Statement)
        .Select(other => other.Syntax)
        .OfType<SetSettingStatement>()
        .LastOrDefault(set => set.Setting.Name == "timezone")
        is { Setting.Value: { } zone } && zone.Equals("UTC", StringComparison.OrdinalIgnoreCase);

    /// <summary>A part of the script as advice quotes it: on one line, and cut when it is long.</summary>
    public string Quote(TextSpan span)
    {
        var words = Script.Sql.Text.Substring(span.Offset, span.Length)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        return text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, LongestQuote), "…");
    }
}
