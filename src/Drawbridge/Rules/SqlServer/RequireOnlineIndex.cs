using Drawbridge.Rules.Fixes;
using Drawbridge.Sql.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>An index that keeps everyone from the table, or from writing to it, while it is built.</summary>
internal sealed class RequireOnlineIndex : BatchRule
{
    public override Severity Severity => Severity.Warning;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(RequireOnlineIndex rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(CreateIndexStatement node)
        {
            if (!At.IsNew(node.OnName) && !IsOnline(node.IndexOptions))
            {
                Report(node.Name, node.OnName, $"'CREATE INDEX {node.Name.Value}'", Online(node));
            }
        }

        public override void Visit(AlterIndexStatement node)
        {
            if (node.AlterIndexType == AlterIndexType.Rebuild && !At.IsNew(node.OnName) && !IsOnline(node.IndexOptions))
            {
                Report(node, node.OnName, "'ALTER INDEX … REBUILD'", []);
            }
        }

        public override void Visit(AlterTableAddTableElementStatement node)
        {
            var keys = node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>();
            foreach (var key in At.IsNew(node.SchemaObjectName) ? [] : keys.Where(key => !IsOnline(key.IndexOptions)))
            {
                Report(key, node.SchemaObjectName, key.IsPrimaryKey ? "'ADD PRIMARY KEY'" : "'ADD UNIQUE'", []);
            }
        }

        private void Report(
            TSqlFragment part, SchemaObjectName table, string what, IReadOnlyList<TextEdit> edits) => Find(
            part,
            $"{what} without ONLINE = ON keeps others from '{Name(table)}' until the index is built.",
            "Add 'WITH (ONLINE = ON)' where the edition allows it (Enterprise, Developer, Azure); or say why nobody "
                + "is kept waiting: "
                + "'-- drawbridge: ignore require-online-index <reason>'.",
            edits);

        /// <summary>Behind the other options, or at the end where there are none.</summary>
        private static IReadOnlyList<TextEdit> Online(CreateIndexStatement index) => index switch
        {
            { IndexOptions: [.., var last] } => [Append(last, ", ONLINE = ON")],
            { OnFileGroupOrPartitionScheme: null, FileStreamOn: null } =>
                [Insert(TSqlText.Behind(TSqlWords.Of(index)[^1]), " WITH (ONLINE = ON)")],
            _ => [],
        };

        private static bool IsOnline(IEnumerable<IndexOption> options) =>
            options.OfType<OnlineIndexOption>().Any(option => option.OptionState == OptionState.On);
    }
}
