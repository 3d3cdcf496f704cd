using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>An index of a table, also one that belongs to a constraint.</summary>
/// <param name="table">The table.</param>
/// <param name="added">When it was added.</param>
/// <param name="parts">What it is made of, in order.</param>
internal sealed class TableIndex(TableHistory table, ScriptPlace added, IReadOnlyList<IndexPart> parts)
    : TablePart(added)
{
    /// <summary>The methods by which the server finds the rows of a value.</summary>
    private static readonly string[] Searching = ["btree", "hash"];

    public TableHistory Table { get; } = table;

    public IReadOnlyList<IndexPart> Parts { get; } = parts;

    public bool IsUnique { get; init; }

    /// <summary>How it is made, <c>btree</c> for one.</summary>
    public string Method { get; init; } = "btree";

    /// <summary>Only these rows; null for all.</summary>
    public SqlExpression? Where { get; init; }

    /// <summary>Whether it stays and refuses whatever a primary key of its columns would.</summary>
    public bool IsLikeKey => IsUnique && Dropped is null && Where is null && Parts is not []
        && Parts.All(part => part.Column is { IsRequired: true });

    /// <summary>What it is made of, as written.</summary>
    public string Text => string.Join(", ", Parts.Select(part => part.Text));

    /// <summary>Whether it finds the rows of a value of one of these columns.</summary>
    public bool Finds(IReadOnlyList<TableColumn> columns) =>
        Searching.Contains(Method) && Parts is [{ Column: { } first }, ..] && columns.Contains(first);
}
