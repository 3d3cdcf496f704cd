using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>A column, whatever its name is at the time.</summary>
/// <param name="added">When it was added.</param>
/// <param name="definition">How the scripts add it; null when they only name it.</param>
internal sealed class TableColumn(ScriptPlace added, ColumnDefinition? definition)
{
    private Timeline<DataType>? _types;
    private Timeline<bool?>? _required;
    private List<TablePart>? _parts;

    public ScriptPlace Added { get; } = added;

    /// <summary>How the scripts add it; null when they only name it.</summary>
    public ColumnDefinition? Definition { get; } = definition;

    /// <summary>The indexes and constraints that go when it goes.</summary>
    public IReadOnlyList<TablePart> Parts => _parts ?? [];

    public void Add(TablePart part) => (_parts ??= []).Add(part);

    /// <summary>Its type when a statement runs; null where the scripts don't say.</summary>
    public DataType? TypeAt(ScriptPlace when) => _types?.Before(when) ?? Definition?.Type;

    public void Change(DataType type, ScriptPlace at) => (_types ??= new()).Set(type, at);

    /// <summary>Whether it refuses nulls when a statement runs, as far as the scripts say.</summary>
    public bool IsRequiredAt(ScriptPlace when) => _required?.Before(when) ?? Definition is { IsRequired: true };

    /// <summary>Whether it refuses nulls in the end.</summary>
    public bool IsRequired => _required?.Last ?? Definition is { IsRequired: true };

    public void Require(bool isRequired, ScriptPlace at) => (_required ??= new()).Set(isRequired, at);

    /// <summary>Whether the server gives each row that is there another value.</summary>
    public bool IsNumbered => Definition is { Identity: not null } or { Type.IsSerial: true }
        || (Definition?.Default is { } value && VolatileFunctions.In(value) is not null);

    /// <summary>Whether it begins without any value.</summary>
    public bool IsEmpty => Definition is { Default: null, Generated: null } && !IsNumbered;
}
