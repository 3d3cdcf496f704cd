using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>What the scripts say about one table, in the order in which they run.</summary>
public sealed class TableHistory
{
    private readonly Dictionary<string, Timeline<TableColumn?>> _columns = new(StringComparer.Ordinal);
    private Timeline<ScriptPlace?>? _emptied;
    private Timeline<ScriptPlace?>? _locked;
    private Timeline<ScriptPlace?>? _written;

    /// <summary>The statement that creates it; null when no script does.</summary>
    public CreateTableStatement? Definition { get; internal init; }

    /// <summary>Its rows lie in partitions, so no index of it can be made concurrently.</summary>
    public bool IsPartitioned => Definition?.PartitionBy is not null;

    /// <summary>Whether a primary key is there in the end.</summary>
    public bool HasPrimaryKey => IsPartition || IsDropped
        || Constraints.Exists(constraint => constraint is { Dropped: null, Definition.Kind: ConstraintKind.PrimaryKey });

    /// <summary>It becomes a partition, and so gets its parent's key and indexes.</summary>
    public bool IsPartition { get; internal set; }

    /// <summary>A script drops it, so what it lacked is no matter.</summary>
    public bool IsDropped { get; internal set; }

    /// <summary>The columns of an index that would do as a primary key, as written; null for none.</summary>
    public string? KeyLikeIndex => Indexes.Find(index => index is { Dropped: null, IsUnique: true, Where: null, Parts: not [] }
        && index.Parts.All(part => part.Column is { IsRequired: true })) is { } found
            ? string.Join(", ", found.Parts.Select(part => part.Text))
            : null;

    /// <summary>Its indexes, those of constraints and dropped ones too.</summary>
    internal List<TableIndex> Indexes { get; } = [];

    /// <summary>Its constraints, dropped ones too; those within its columns name their column.</summary>
    internal List<KnownConstraint> Constraints { get; } = [];

    /// <summary>The type of a column when a statement runs; null when it isn't known.</summary>
    public DataType? TypeOf(string column, ScriptPlace when) => _columns.GetValueOrDefault(column)?.Before(when)?.TypeAt(when);

    /// <summary>Whether the scripts add a column before a statement runs.</summary>
    public bool HasColumn(string column, ScriptPlace when) => _columns.GetValueOrDefault(column)?.Before(when) is { Definition: not null };

    /// <summary>Whether the script of a statement empties it before.</summary>
    public bool IsEmptied(ScriptPlace when) => _emptied?.Before(when)?.Script == when.Script;

    /// <summary>Whether the script of a statement locks out everyone else before.</summary>
    public bool IsLocked(ScriptPlace when) => _locked?.Before(when)?.Script == when.Script;

    /// <summary>
    /// Whether a column is known to hold no nulls when a statement runs: it refuses them already, or a constraint, checked
    /// for every row, proves it.
    /// </summary>
    public bool IsProvenNotNull(Identifier column, ScriptPlace when) =>
        (Find(column, when)?.IsRequiredAt(when) ?? false)
        || Constraints.Exists(constraint => constraint.IsObeyed(when) && constraint.Definition.Proves(column));

    /// <summary>Whether an index that stays, made at any time, finds the rows of a foreign key that a statement adds.</summary>
    public bool HasIndexFor(IReadOnlyList<Identifier> columns, ScriptPlace when)
    {
        var wanted = columns.Select(column => _columns.GetValueOrDefault(column.Value)?.After(when)).OfType<TableColumn>().ToList();
        return IsDropped || Indexes.Exists(index => index.Dropped is null && index.Finds(wanted)
            && (index.Where is not { } where || NotNullProof.IsNotNull(where, columns)));
    }

    /// <summary>Whether some of these columns and expressions, or all, are unique when a statement runs.</summary>
    internal bool IsUniqueWithin(IReadOnlyList<UniquePart> parts, ScriptPlace when)
    {
        var columns = parts.Select(part => part.Column is { } column ? Find(column, when) : null).OfType<TableColumn>().ToHashSet();
        var texts = parts.Select(part => part.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Indexes.Exists(index => index is { IsUnique: true, Where: null, Parts: not [] } && index.HeldIn(when)
            && index.Parts.All(part => part.Column is { } column ? columns.Contains(column) : texts.Contains(part.Text)));
    }

    /// <summary>
    /// Whether no two rows have the same value of a column that the scripts add: the server numbers them, or there is none yet.
    /// </summary>
    public bool HasNoValueTwice(Identifier column, bool areNullsEqual, ScriptPlace when) => Find(column, when) is { } known
        && (known.IsNumbered || (known.IsEmpty && !areNullsEqual && !IsWritten(known.Added, when)));

    /// <summary>Whether a column of a type may be there when a statement runs: the scripts may not know all columns.</summary>
    public bool MayHold(string type, ScriptPlace when) =>
        Definition is not { Like: [], Inherits: [], PartitionOf: null, OfType: null, Query: null }
        || _columns.Values.Any(names => names.Before(when) is { } column && IsNamed(column.TypeAt(when), type));

    /// <summary>Whether the script of a statement added the constraint, NOT VALID, before or with it.</summary>
    public bool IsAddedNotValid(Identifier constraint, ScriptPlace when) => Constraints.Exists(added =>
        added.Name == constraint.Value && added.Definition.NotValid is not null
        && added.Added.Script == when.Script && !when.IsBefore(added.Added));

    /// <summary>Rows are written, one by one or all.</summary>
    internal void Write(ScriptPlace at) => (_written ??= new()).Set(at, at);

    internal void Empty(ScriptPlace at)
    {
        (_emptied ??= new()).Set(at, at);
        Lock(at);
    }

    internal void Lock(ScriptPlace at) => (_locked ??= new()).Set(at, at);

    internal void AddColumn(string name, TableColumn column, ScriptPlace at) => NamesOf(name).Set(column, at);

    internal void RenameColumn(string name, string newName, ScriptPlace at)
    {
        var column = ColumnOf(name, at);
        NamesOf(name).Set(null, at);
        NamesOf(newName).Set(column, at);
    }

    internal void DropColumn(string name, ScriptPlace at)
    {
        foreach (var part in ColumnOf(name, at).Parts)
        {
            part.Drop(at);
        }

        NamesOf(name).Set(null, at);
    }

    /// <summary>The column that a name means when a statement ran; one that nobody added was always there.</summary>
    internal TableColumn ColumnOf(string name, ScriptPlace at)
    {
        var names = NamesOf(name);
        if (names.After(at) is { } known)
        {
            return known;
        }

        var column = new TableColumn(ScriptPlace.Beginning, definition: null);
        names.Set(column, names.IsEmpty ? ScriptPlace.Beginning : at);
        return column;
    }

    private static bool IsNamed(DataType? type, string name) =>
        type is null || type.Name == name || type.Name.EndsWith($".{name}", StringComparison.Ordinal);

    private bool IsWritten(ScriptPlace since, ScriptPlace when) => _written?.Before(when) is { } last && since.IsBefore(last);

    /// <summary>The column that a statement meets under a name.</summary>
    private TableColumn? Find(Identifier column, ScriptPlace when) => _columns.GetValueOrDefault(column.Value)?.Before(when);

    private Timeline<TableColumn?> NamesOf(string name)
    {
        if (!_columns.TryGetValue(name, out var names))
        {
            _columns.Add(name, names = new Timeline<TableColumn?>());
        }

        return names;
    }
}
