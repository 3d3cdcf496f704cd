using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A column whose type or nullability changes: every row is read, and often written, under a lock.</summary>
internal sealed class AlterColumn : BatchRule
{
    public override Severity Severity => Severity.Warning;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(AlterColumn rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(AlterTableAlterColumnStatement node)
        {
            if (!At.IsNew(node.SchemaObjectName) && node.DataType is not null && !IsOnline(node))
            {
                Find(
                    node.ColumnIdentifier,
                    $"Changing the column '{node.ColumnIdentifier.Value}' of '{Name(node.SchemaObjectName)}' may "
                        + "read and write every row "
                        + "while nobody else can use the table.",
                    IsRequired(node)
                        ? "Fill the column and prove it with a CHECK before; where the edition allows it, add 'WITH "
                            + "(ONLINE = ON)'."
                        : "Add a new column, fill it and switch over; where the edition allows it, add 'WITH "
                            + "(ONLINE = ON)'. A longer "
                            + "varchar, nvarchar or varbinary changes nothing but the catalog: then say so.");
            }
        }

        private static bool IsRequired(AlterTableAlterColumnStatement node) =>
            node.AlterTableAlterColumnOption == AlterTableAlterColumnOption.NotNull;

        private static bool IsOnline(AlterTableAlterColumnStatement node) =>
            node.Options.OfType<OnlineIndexOption>().Any(option => option.OptionState == OptionState.On);
    }
}
