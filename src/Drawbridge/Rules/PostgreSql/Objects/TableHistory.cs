using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>What the scripts say about one table, in the order in which they run.</summary>
public sealed class TableHistory
{
    private readonly Dictionary<string, List<Placed<DataType?>>> _types = new(StringComparer.Ordinal);
    private readonly List<Placed<CreateIndexStatement>> _indexes = [];
    private readonly List<Placed<TableConstraint>> _constraints = [];
    private readonly List<Placed<string>> _validated = [];

    /// <summary>Its last CREATE TABLE; null when no script has one.</summary>
    public CreateTableStatement? Definition { get; internal set; }

    /// <summary>Its rows lie in partitions, so no index of it can be made concurrently.</summary>
    public bool IsPartitioned => Definition?.PartitionBy is not null;

    /// <summary>Its indexes, dropped ones too.</summary>
    public IReadOnlyList<Placed<CreateIndexStatement>> Indexes => _indexes;

    /// <summary>Its constraints, dropped ones too; those within its columns name their column.</summary>
    public IReadOnlyList<Placed<TableConstraint>> Constraints => _constraints;

    /// <summary>The constraints that were validated, by name.</summary>
    public IReadOnlyList<Placed<string>> Validated => _validated;

    /// <summary>The type of a column when a statement runs; null when it isn't known.</summary>
    public DataType? TypeOf(string column, ScriptPlace when) =>
        _types.GetValueOrDefault(column)?.LastOrDefault(type => type.At.IsBefore(when))?.What;

    /// <summary>Whether a column is made before a statement runs, by what the catalog holds.</summary>
    public bool HasColumn(string column, ScriptPlace when) =>
        _types.GetValueOrDefault(column)?.Exists(type => type.At.IsBefore(when)) ?? false;

    /// <summary>
    /// Whether a constraint, checked for every row before a statement runs, proves that a column has no nulls.
    /// </summary>
    public bool IsProvenNotNull(Identifier column, ScriptPlace when) => _constraints.Exists(constraint =>
        constraint.At.IsBefore(when)
        && constraint.What.Proves(column)
        && (constraint.What.NotValid is null || IsValidated(constraint, when)));

    /// <summary>Whether an index, made at any time, begins with these columns in any order.</summary>
    public bool HasIndexOn(IReadOnlyList<Identifier> columns) =>
        _indexes.Exists(index => IsCovered(columns, [.. index.What.Elements.Select(element => element.Column)])
            && IsFull(index.What, columns))
        || _constraints.Exists(constraint => constraint.What.Kind is ConstraintKind.PrimaryKey or ConstraintKind.Unique
            && IsCovered(columns, constraint.What.Columns));

    /// <summary>Whether some of these columns, or all, are unique before a statement runs.</summary>
    public bool IsUniqueWithin(IReadOnlySet<string> columns, ScriptPlace when) =>
        _constraints.Exists(constraint => constraint.At.IsBefore(when)
            && constraint.What is { Kind: ConstraintKind.PrimaryKey or ConstraintKind.Unique, Columns: not [] }
            && constraint.What.Columns.All(column => columns.Contains(column.Value)))
        || _indexes.Exists(index => index.At.IsBefore(when)
            && index.What is { IsUnique: true, Where: null, Elements: not [] }
            && index.What.Elements.All(element => columns.Contains(element.Expression.Text.Trim('"'))));

    private static bool IsCovered(IReadOnlyList<Identifier> columns, IReadOnlyList<Identifier?> index) =>
        index.Count >= columns.Count
        && index.Take(columns.Count).All(column => column is not null && columns.Contains(column));

    /// <summary>An index of the rows that are not null serves a foreign key as well as one of all rows.</summary>
    private static bool IsFull(CreateIndexStatement index, IReadOnlyList<Identifier> columns) =>
        index.Where is not { } where || NotNullProof.IsNotNull(where, columns);

    private bool IsValidated(Placed<TableConstraint> constraint, ScriptPlace when) => _validated.Exists(name =>
        name.What == constraint.What.Name?.Value && constraint.At.IsBefore(name.At) && name.At.IsBefore(when));

    internal void Create(CreateTableStatement table, ScriptPlace at)
    {
        Definition = table;
        foreach (var column in table.Columns)
        {
            AddType(column.Name, column.Type, at);
        }

        _constraints.AddRange(table.AllConstraints.Select(constraint => new Placed<TableConstraint>(at, constraint)));
    }

    internal void Add(CreateIndexStatement index, ScriptPlace at) =>
        _indexes.Add(new Placed<CreateIndexStatement>(at, index));

    internal void Alter(AlterAction action, ScriptPlace at)
    {
        switch (action)
        {
            case AddColumnAction { Column: var column }:
                AddType(column.Name, column.Type, at);
                _constraints.AddRange(column.Constraints.Select(constraint => new Placed<TableConstraint>(at, constraint)));
                break;
            case AlterColumnTypeAction change:
                AddType(change.Column, change.Type, at);
                break;
            case RenameColumnAction rename:
                AddType(rename.NewName, TypeOf(rename.Column.Value, at), at);
                break;
            case AddConstraintAction { Constraint: var constraint }:
                _constraints.Add(new Placed<TableConstraint>(at, constraint));
                break;
            case ValidateConstraintAction { Constraint: var constraint }:
                _validated.Add(new Placed<string>(at, constraint.Value));
                break;
        }
    }

    private void AddType(Identifier column, DataType? type, ScriptPlace at)
    {
        if (!_types.TryGetValue(column.Value, out var types))
        {
            _types.Add(column.Value, types = []);
        }

        types.Add(new Placed<DataType?>(at, type));
    }
}
