using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>A column, whatever its name is at the time.</summary>
/// <param name="added">When it was added.</param>
/// <param name="definition">How the scripts add it; null when they only name it.</param>
internal sealed class TableColumn(ScriptPlace added, ColumnDefinition? definition)
{
    public ScriptPlace Added { get; } = added;

    /// <summary>How the scripts add it; null when they only name it.</summary>
    public ColumnDefinition? Definition { get; } = definition;

    /// <summary>Its types; null where the scripts don't say.</summary>
    public Timeline<DataType?> Types { get; } = new();

    /// <summary>Whether it refuses nulls, as far as the scripts say.</summary>
    public Timeline<bool> Required { get; } = new();

    /// <summary>The indexes and constraints that go when it goes.</summary>
    public List<TablePart> Parts { get; } = [];

    /// <summary>Whether the server gives each row that is there another value.</summary>
    public bool IsNumbered => Definition is { Identity: not null } or { Type.IsSerial: true }
        || (Definition?.Default is { } value && VolatileFunctions.In(value) is not null);

    /// <summary>Whether it begins without any value.</summary>
    public bool IsEmpty => Definition is { Default: null, Generated: null } && !IsNumbered;
}
