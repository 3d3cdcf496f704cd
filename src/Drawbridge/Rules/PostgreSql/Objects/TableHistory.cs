using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>What the scripts say about one table, in the order in which they run.</summary>
public sealed class TableHistory
{
    private Timeline<ScriptPlace?>? _emptied;
    private Timeline<ScriptPlace?>? _locked;
    private Timeline<ScriptPlace?>? _written;

    /// <summary>The statement that creates it; null when no script does.</summary>
    public CreateTableStatement? Definition { get; internal init; }

    /// <summary>Its rows lie in partitions, so no index of it can be made concurrently.</summary>
    public bool IsPartitioned => Definition?.PartitionBy is not null;

    /// <summary>It becomes a partition, and so gets its parent's key and indexes.</summary>
    public bool IsPartition { get; internal set; }

    /// <summary>A script drops it, so what it lacked is no matter.</summary>
    public bool IsDropped { get; internal set; }

    /// <summary>Whether a primary key is there in the end.</summary>
    public bool HasPrimaryKey => IsPartition || IsDropped
        || Constraints.Exists(known => known is { Dropped: null, Definition.Kind: ConstraintKind.PrimaryKey });

    /// <summary>The columns of an index that would do as a primary key, as written; null for none.</summary>
    public string? KeyLikeIndex => Indexes.Find(index => index.IsLikeKey)?.Text;

    /// <summary>Its columns.</summary>
    internal TableColumns Columns { get; } = new();

    /// <summary>Its indexes, those of constraints and dropped ones too.</summary>
    internal List<TableIndex> Indexes { get; } = [];

    /// <summary>Its constraints, dropped ones too; those within its columns name their column.</summary>
    internal List<KnownConstraint> Constraints { get; } = [];

    /// <summary>The type of a column when a statement runs; null when it isn't known.</summary>
    public DataType? TypeOf(string column, ScriptPlace when) => Columns.Before(column, when)?.TypeAt(when);

    /// <summary>Whether the scripts add a column before a statement runs.</summary>
    public bool HasColumn(string column, ScriptPlace when) => Columns.Before(column, when) is { Definition: not null };

    /// <summary>Whether the script of a statement empties it before, and writes no row since.</summary>
    public bool IsEmptied(ScriptPlace when) =>
        _emptied?.Before(when) is { } emptied && emptied.Script == when.Script && !IsWritten(emptied, when);

    /// <summary>Whether the script of a statement locks out everyone else before.</summary>
    public bool IsLocked(ScriptPlace when) => _locked?.Before(when)?.Script == when.Script;

    /// <summary>
    /// Whether a column is known to hold no nulls when a statement runs: it refuses them already, or a constraint,
    /// checked for every row, proves it.
    /// </summary>
    public bool IsProvenNotNull(Identifier column, ScriptPlace when) =>
        (Columns.Before(column.Value, when)?.IsRequiredAt(when) ?? false)
        || Constraints.Exists(known => known.IsObeyed(when) && known.Definition.Proves(column));

    /// <summary>Whether an index that stays, made at any time, finds the rows of a foreign key.</summary>
    /// <param name="columns">The columns of the foreign key.</param>
    /// <param name="when">When it is added.</param>
    public bool HasIndexFor(IReadOnlyList<Identifier> columns, ScriptPlace when)
    {
        var wanted = columns.Select(column => Columns.After(column.Value, when)).OfType<TableColumn>().ToList();
        return Indexes.Exists(index => index.Dropped is null && index.Finds(wanted)
            && (index.Where is not { } where || NotNullProof.IsNotNull(where, columns)));
    }

    /// <summary>Whether a constraint that a statement adds is dropped later.</summary>
    /// <param name="constraint">The constraint, which may have been read again since: its place tells it from others.</param>
    /// <param name="when">When it is added.</param>
    public bool IsDroppedLater(TableConstraint constraint, ScriptPlace when) => IsDropped
        || Constraints.Exists(known => known.Dropped is not null
            && (known.Added.Script, known.Definition.Span) == (when.Script, constraint.Span));

    /// <summary>
    /// Whether no two rows have the same value of a column that the scripts add: the server numbers them, or there is
    /// none yet.
    /// </summary>
    public bool HasNoValueTwice(Identifier column, bool areNullsEqual, ScriptPlace when) =>
        Columns.Before(column.Value, when) is { } known
        && (known.IsNumbered || (known.IsEmpty && !areNullsEqual && !IsWritten(known.Added, when)));

    /// <summary>Whether a column may have a type when a statement runs: the scripts may not know all columns.</summary>
    public bool MayHold(string type, ScriptPlace when) =>
        Definition is not { Like: [], Inherits: [], PartitionOf: null, OfType: null, Query: null }
        || Columns.Any(column => IsNamed(column.TypeAt(when), type), when);

    /// <summary>Whether the script of a statement added the constraint, NOT VALID, before or with it.</summary>
    public bool IsAddedNotValid(Identifier constraint, ScriptPlace when) => Constraints.Exists(known =>
        known.Name == constraint.Value && known.Definition.NotValid is not null
        && known.Added.Script == when.Script && !when.IsBefore(known.Added));

    /// <summary>Whether some of these columns and expressions, or all, are unique when a statement runs.</summary>
    internal bool IsUniqueWithin(IReadOnlyList<UniquePart> parts, ScriptPlace when)
    {
        var columns = parts.Select(part => part.Column).OfType<Identifier>()
            .Select(column => Columns.Before(column.Value, when))
            .ToHashSet();
        var texts = parts.Select(part => part.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Indexes.Exists(index => index is { IsUnique: true, Where: null, Parts: not [] }
            && index.HeldIn(when)
            && index.Parts.All(part =>
                part.Column is null ? texts.Contains(part.Text) : columns.Contains(part.Column)));
    }

    /// <summary>Rows are written, one by one or all.</summary>
    internal void Write(ScriptPlace at) => (_written ??= new()).Set(at, at);

    internal void Empty(ScriptPlace at)
    {
        (_emptied ??= new()).Set(at, at);
        Lock(at);
    }

    internal void Lock(ScriptPlace at) => (_locked ??= new()).Set(at, at);

    private static bool IsNamed(DataType? type, string name) =>
        type is null || type.Name == name || type.Name.EndsWith($".{name}", StringComparison.Ordinal);

    private bool IsWritten(ScriptPlace since, ScriptPlace when) =>
        _written?.Before(when) is { } last && since.IsBefore(last);
}
