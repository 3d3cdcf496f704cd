using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A new column that must have a value and gives none.</summary>
internal sealed class RequiredColumn : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(RequiredColumn rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(AlterTableAddTableElementStatement node)
        {
            var columns = node.Definition.ColumnDefinitions.Where(LacksValue);
            foreach (var column in At.IsNew(node.SchemaObjectName) ? [] : columns)
            {
                Find(
                    column.ColumnIdentifier,
                    $"Adding '{column.ColumnIdentifier.Value}' to '{Name(node.SchemaObjectName)}' fails if there is "
                        + "a single row: it "
                        + "must have a value and gives none.",
                    "Give it a DEFAULT; or add it NULL, fill it, and make it NOT NULL in a later script.");
            }
        }

        private static bool LacksValue(ColumnDefinition column) =>
            column is { DefaultConstraint: null, IdentityOptions: null, ComputedColumnExpression: null }
            && column.Constraints.OfType<NullableConstraintDefinition>().Any(constraint => !constraint.Nullable)
            && !column.Constraints.OfType<DefaultConstraintDefinition>().Any()
            && column.GeneratedAlways is null
            && column.DataType is not SqlDataTypeReference
            {
                SqlDataTypeOption: SqlDataTypeOption.Timestamp or SqlDataTypeOption.Rowversion,
            };
    }
}
