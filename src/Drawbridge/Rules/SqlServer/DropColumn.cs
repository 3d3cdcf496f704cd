using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A column that goes, and its values with it.</summary>
internal sealed class DropColumn : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(DropColumn rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(AlterTableDropTableElementStatement node)
        {
            var columns = node.AlterTableDropTableElements.Where(IsColumn);
            foreach (var column in At.IsNew(node.SchemaObjectName) ? [] : columns)
            {
                Find(
                    column,
                    $"Dropping the column '{column.Name.Value}' of '{Name(node.SchemaObjectName)}' loses its values "
                        + "for good and "
                        + "breaks the running version that reads it.",
                    "Drop it once no running version uses it; then say why nobody needs the values: "
                        + "'-- drawbridge: ignore drop-column <reason>'.");
            }
        }

        private static bool IsColumn(AlterTableDropTableElement element) =>
            element is { TableElementType: TableElementType.Column, Name: not null };
    }
}
