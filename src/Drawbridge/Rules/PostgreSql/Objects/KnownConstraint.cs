using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>A constraint of a table.</summary>
/// <param name="added">When it was added.</param>
/// <param name="definition">What it asks.</param>
/// <param name="table">The table's name at the time.</param>
internal sealed class KnownConstraint(ScriptPlace added, TableConstraint definition, string table) : TablePart(added)
{
    private ScriptPlace? _validated;
    private string? _name = definition.Name?.Value;

    public override string? Name
    {
        get => _name ??= DefaultName.Of(table, Definition);
        set => _name = value;
    }

    public TableConstraint Definition { get; } = definition;

    /// <summary>The server makes an index for it.</summary>
    public bool HasIndex => Definition is
    {
        UsingIndex: null,
        Kind: ConstraintKind.PrimaryKey or ConstraintKind.Unique or ConstraintKind.Exclude,
    };

    public void Validate(ScriptPlace at) => _validated ??= at;

    /// <summary>Whether every row is known to obey it when a statement runs.</summary>
    public bool IsObeyed(ScriptPlace when) =>
        IsThere(when) && (Definition.NotValid is null || (_validated is { } validated && validated.IsBefore(when)));
}
