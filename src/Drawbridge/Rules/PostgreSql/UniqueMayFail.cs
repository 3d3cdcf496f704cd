using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A unique index on rows that nobody has checked for duplicates.</summary>
internal sealed class UniqueMayFail : StatementRule<CreateIndexStatement, AlterTableStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override bool MayConcern(CreateIndexStatement index) => index.IsUnique;

    protected override bool MayConcern(AlterTableStatement alter) => alter.Does<AddConstraintAction>();

    protected override bool Concerns(CreateIndexStatement index, StatementContext at) => !at.IsEmpty(index.Table);

    protected override bool Concerns(AlterTableStatement alter, StatementContext at) => !at.IsEmpty(alter.Name);

    protected override IEnumerable<Finding> Check(CreateIndexStatement index, StatementContext at) =>
        Check(at, [UniqueRows.Of(index)]);

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) => Check(
        at,
        from add in at.ActionsOnFilled<AddConstraintAction>(alter)
        let constraint = add.Constraint
        where constraint is { Kind: ConstraintKind.Unique or ConstraintKind.PrimaryKey, UsingIndex: null }
        select UniqueRows.Of(alter.Name, constraint));

    private IEnumerable<Finding> Check(StatementContext at, IEnumerable<UniqueRows> uniques) =>
        from unique in uniques
        where unique.Parts.Count > 0 && !IsRequired(at, unique) && !IsSure(at, unique)
        let isNew = unique.Parts.Any(part => part.Column is { } column && at.IsNewColumn(unique.Table, column))
        select Find(
            at,
            unique.Span,
            $"Two rows of '{unique.Table}' with the same '{unique.Columns}' make this statement fail.",
            isNew
                ? $"Move this statement into a later script that begins with '{unique.Requirement}'."
                : $"Write '{unique.Requirement}' at the top of the script, so that the deploy stops before it "
                    + "begins.") with
        {
            Fix = isNew ? null : at.Prepend(unique.Requirement),
        };

    private static bool IsRequired(StatementContext at, UniqueRows unique) =>
        at.Script.Sql.Directives.Any(directive => directive.Kind == DirectiveKind.Require
            && directive.Value.Contains(unique.Table.Name.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A column that the change itself adds is empty until something writes to it; columns that are unique already stay
    /// so beside others.
    /// </summary>
    private static bool IsSure(StatementContext at, UniqueRows unique) =>
        unique.Parts.Any(part => part.Column is { } column && HasNoValueTwice(at, unique, column))
        || (at.Table(unique.Table)?.IsUniqueWithin(unique.Parts, at.Place) ?? false);

    private static bool HasNoValueTwice(StatementContext at, UniqueRows unique, Identifier column) =>
        at.IsNewColumn(unique.Table, column)
        && (at.Table(unique.Table)?.HasNoValueTwice(column, unique.AreNullsEqual, at.Place) ?? false);
}
