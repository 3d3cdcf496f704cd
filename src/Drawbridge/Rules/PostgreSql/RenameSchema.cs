using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A schema that the running version no longer finds.</summary>
internal sealed class RenameSchema : StatementRule<AlterObjectStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(AlterObjectStatement alter, StatementContext at) =>
        alter is { Kind: ObjectKind.Schema, Name.Name: var schema, Actions: [RenameToAction { NewName: var newName }] }
        && !at.IsNew(ObjectKind.Schema, schema) && !HasViews(at, schema)
            ? [Find(
                at,
                schema.Span,
                $"The schema '{schema}' becomes '{newName}', and the running version of the application no longer finds what is in it.",
                $"Put the old one back with views in the same script: 'CREATE SCHEMA {schema.Text};' and "
                + $"'CREATE VIEW {schema.Text}.… AS SELECT * FROM {newName.Text}.…;'.")]
            : [];

    private static bool HasViews(StatementContext at, Identifier schema) =>
        at.Script.Sql.Statements.Where(statement => statement.Offset > at.Statement.Offset).Any(statement => statement.Syntax switch
        {
            CreateViewStatement view => view.Name.Schema == schema,
            CreateSchemaStatement create => create.Name == schema && create.Elements.OfType<CreateViewStatement>().Any(),
            _ => false,
        });
}
