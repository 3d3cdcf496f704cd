using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A table or view that the running version no longer finds.</summary>
internal sealed class RenameTable : StatementRule<AlterStatement>
{
    public override Severity Severity => Severity.Error;

    protected override bool MayConcern(AlterStatement alter) =>
        alter.Does<RenameToAction>() || alter.Does<SetSchemaAction>();

    protected override IEnumerable<Finding> Check(AlterStatement alter, StatementContext at) =>
        from action in at.ActionsOnRelation(alter)
        let name = alter.Name
        let moved = NewNameOf(name, action)
        where moved is not null && !CompatibilityViews.IsTakenAgain(at, name)
        select Find(
            at,
            name.Span,
            $"'{name}' becomes '{moved}', and the running version of the application no longer finds it.",
            $"Put the old name back for it in the same script: 'CREATE VIEW {name.Text} AS SELECT * FROM {moved};'.");

    private static string? NewNameOf(QualifiedName name, AlterAction action) => action switch
    {
        RenameToAction rename when name.Schema is { Text: var schema } => $"{schema}.{rename.NewName.Text}",
        RenameToAction rename => rename.NewName.Text,
        SetSchemaAction move => $"{move.Schema.Text}.{name.Name.Text}",
        _ => null,
    };
}
