using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A DROP that takes along what nobody named.</summary>
internal sealed class DropCascade : StatementRule<DropStatement, AlterStatement>
{
    public override Severity Severity => Severity.Error;

    protected override bool MayConcern(AlterStatement alter) =>
        alter.Does<DropColumnAction>() || alter.Does<DropConstraintAction>();

    protected override IEnumerable<Finding> Check(DropStatement drop, StatementContext at) => drop switch
    {
        DropObjectsStatement { Cascade: { } cascade } objects =>
            objects.Names.All(name => IsNew(at, objects.Kind, name))
                ? []
                : [Find(at, cascade, string.Join(", ", objects.Names))],
        DropOwnedStatement { Roles: [var role, ..] } owned => [Find(
            at,
            role.Span,
            $"DROP OWNED drops whatever '{string.Join(", ", owned.Roles)}' owns in this database, and nobody can see "
                + "here what that is.",
            $"Drop it by name, or hand it over with 'REASSIGN OWNED BY {role.Text} TO …'.")],
        _ => [],
    };

    protected override IEnumerable<Finding> Check(AlterStatement alter, StatementContext at) =>
        from drop in alter switch
        {
            AlterTableStatement table => at.ActionsOnExisting<AlterAction>(table),
            AlterObjectStatement other when at.IsNew(other.Kind, other.Name) => [],
            _ => alter.Actions,
        }
        let name = NameOf(drop)
        where name is not null
        select Find(at, LastWord(drop), name.Value);

    private static bool IsNew(StatementContext at, ObjectKind kind, QualifiedName name) =>
        kind == ObjectKind.Schema ? at.IsNew(kind, name.Name) : at.IsNew(kind, name);

    private static Identifier? NameOf(AlterAction action) => action switch
    {
        DropColumnAction { IsCascade: true, Column: var column } => column,
        DropConstraintAction { IsCascade: true, Constraint: var constraint } => constraint,
        _ => null,
    };

    /// <summary>CASCADE ends the action.</summary>
    private static TextSpan LastWord(AlterAction action)
    {
        var length = "CASCADE".Length;
        return new TextSpan(action.Span.End - length, length);
    }

    private Finding Find(StatementContext at, TextSpan cascade, string name) => Find(
        at,
        cascade,
        $"CASCADE drops whatever depends on '{name}', and nobody can see here what that is.",
        "Leave CASCADE out and drop what depends on it by name, in front of this statement: the server lists it when "
            + "it refuses.");
}
