using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A name without its schema.</summary>
internal sealed class RequireSchema : BatchRule
{
    public override Severity Severity => Severity.Off;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(RequireSchema rule, BatchContext at) : HazardVisitor(rule, at)
    {
        private readonly HashSet<string> _queries = QueryNames.In(at.Fragment);

        protected override bool EntersBodies => true;

        public override void Visit(InsertSpecification node) =>
            Check((node.Target as NamedTableReference)?.SchemaObject);

        public override void Visit(UpdateDeleteSpecificationBase node) =>
            Check(node.FromClause is null ? (node.Target as NamedTableReference)?.SchemaObject : null);

        public override void Visit(CreateTableStatement node) => Check(node.SchemaObjectName);

        public override void Visit(AlterTableStatement node) => Check(node.SchemaObjectName);

        public override void Visit(DropObjectsStatement node)
        {
            foreach (var name in node.Objects)
            {
                Check(name);
            }
        }

        public override void Visit(ViewStatementBody node) => Check(node.SchemaObjectName);

        public override void Visit(ProcedureStatementBody node) => Check(node.ProcedureReference.Name);

        public override void Visit(FunctionStatementBody node) => Check(node.Name);

        public override void Visit(TruncateTableStatement node) => Check(node.TableName);

        public override void Visit(IndexStatement node) => Check(node.OnName);

        private void Check(SchemaObjectName? name)
        {
            if (name is { SchemaIdentifier: null, BaseIdentifier.Value: var word }
                && !word.StartsWith('#')
                && !_queries.Contains(word))
            {
                Find(
                    name,
                    $"'{word}' is found in the default schema of whoever runs the script.",
                    $"Write its schema: 'dbo.{word}'.",
                    Insert(name.StartOffset, "dbo."));
            }
        }
    }

    /// <summary>
    /// The names that belong to no schema: of queries in front of a statement, and of a trigger's rows.
    /// </summary>
    private sealed class QueryNames : TSqlFragmentVisitor
    {
        private readonly HashSet<string> _names = new(["inserted", "deleted"], StringComparer.OrdinalIgnoreCase);

        public static HashSet<string> In(TSqlFragment fragment)
        {
            var names = new QueryNames();
            fragment.Accept(names);
            return names._names;
        }

        public override void Visit(CommonTableExpression node) => _names.Add(node.ExpressionName.Value);
    }
}
