using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>An UPDATE or DELETE of every row of a table that was there before.</summary>
internal sealed class UnboundedWrite : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(UnboundedWrite rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(UpdateStatement node)
        {
            var update = node.UpdateSpecification;
            if (Target(update, node) is { } table && IsUnbounded(update, update.WhereClause, update.FromClause))
            {
                Find(
                    table,
                    $"The UPDATE of '{Name(table)}' writes and locks every row of it until the script ends.",
                    "Add a WHERE that leaves out the rows that are right already, and go through a large table in "
                        + "several "
                        + "scripts.");
            }
        }

        public override void Visit(DeleteStatement node)
        {
            var delete = node.DeleteSpecification;
            if (Target(delete, node) is { } table && IsUnbounded(delete, delete.WhereClause, delete.FromClause))
            {
                Find(
                    table,
                    $"The DELETE empties '{Name(table)}': it has no WHERE.",
                    "Say which rows; or why nobody needs any of them: '-- drawbridge: ignore unbounded-write "
                        + "<reason>'.");
            }
        }

        private static bool IsUnbounded(DataModificationSpecification write, WhereClause? where, FromClause? from) =>
            write.TopRowFilter is null && from is null && (where is null || IsAlwaysTrue(where.SearchCondition));

        /// <summary>The table that is written; null for one that nobody else uses, and for a query.</summary>
        private SchemaObjectName? Target(
            DataModificationSpecification write, StatementWithCtesAndXmlNamespaces statement) =>
            write.Target is NamedTableReference { SchemaObject: { } table }
            && !At.IsNew(table)
            && !IsQuery(table.BaseIdentifier.Value, statement)
                ? table
                : null;

        private static bool IsQuery(string name, StatementWithCtesAndXmlNamespaces statement) =>
            statement.WithCtesAndXmlNamespaces?.CommonTableExpressions is { } queries
            && queries.Any(query => query.ExpressionName.Value.Equals(name, StringComparison.OrdinalIgnoreCase));

        private static bool IsAlwaysTrue(BooleanExpression? condition) => condition switch
        {
            BooleanParenthesisExpression inner => IsAlwaysTrue(inner.Expression),
            BooleanComparisonExpression
            {
                ComparisonType: BooleanComparisonType.Equals,
                FirstExpression: Literal first,
                SecondExpression: Literal second,
            } => first.Value == second.Value,
            _ => false,
        };
    }
}
