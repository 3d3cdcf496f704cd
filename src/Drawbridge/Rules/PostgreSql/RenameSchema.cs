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
                $"The schema '{schema}' becomes '{newName}', and the running version of the application no longer "
                    + "finds what is in it.",
                $"Put the old one back with views in the same script: 'CREATE SCHEMA {schema.Text};' and "
                + $"'CREATE VIEW {schema.Text}.… AS SELECT * FROM {newName.Text}.…;'.")]
            : [];

    private static bool HasViews(StatementContext at, Identifier schema) =>
        at.Later.Any(later => later switch
        {
            CreateViewStatement view => view.Name.Schema == schema,
            CreateSchemaStatement create when create.Name == schema =>
                create.Elements.OfType<CreateViewStatement>().Any(),
            _ => false,
        });
}
