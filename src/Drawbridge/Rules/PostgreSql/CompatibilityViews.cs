using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Finds what keeps an old name usable after a renaming in the same script.</summary>
internal static class CompatibilityViews
{
    /// <summary>
    /// Whether a later statement gives the name to a view, a new table or another one that is renamed to it.
    /// </summary>
    public static bool IsTakenAgain(StatementContext at, QualifiedName name) =>
        at.Later.Any(later => later switch
        {
            CreateViewStatement view => view.Name.CouldBe(name),
            CreateTableStatement table => table.Name.CouldBe(name),
            AlterTableStatement alter => alter.Actions is [RenameToAction rename] && rename.NewName == name.Name,
            _ => false,
        });

    /// <summary>Whether the script gives a column's name to a new one.</summary>
    public static bool IsAddedAgain(StatementContext at, QualifiedName table, Identifier column) =>
        at.Script.Sql.Statements.Select(statement => statement.Syntax).OfType<AlterTableStatement>().Any(alter =>
            alter.Name.CouldBe(table) && alter.Actions.OfType<AddColumnAction>().Any(add => add.Column.Name == column));

    /// <summary>
    /// Whether a view of the script has the table's name, or the one that it had when the script began.
    /// </summary>
    public static bool Cover(StatementContext at, QualifiedName table)
    {
        var statements = at.Script.Sql.Statements;
        var former = statements.Where(statement => statement.Offset < at.Statement.Offset)
            .Select(statement => statement.Syntax)
            .OfType<AlterTableStatement>()
            .LastOrDefault(alter => alter.Actions is [RenameToAction rename] && rename.NewName == table.Name)?.Name;
        return statements.Select(statement => statement.Syntax)
            .OfType<CreateViewStatement>()
            .Any(view => view.Name.CouldBe(table) || (former is not null && view.Name.CouldBe(former)));
    }
}
