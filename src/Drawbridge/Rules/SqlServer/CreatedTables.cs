using Drawbridge.Sql.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>
/// The tables that the scripts of a change create, as far as they have been met: nobody else uses them yet. Names are
/// compared without case, as they are in most databases.
/// </summary>
internal sealed class CreatedTables
{
    private const string UsualSchema = "dbo";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a table was created, or is a temporary one.</summary>
    public bool Has(string database, SchemaObjectName name) =>
        name.BaseIdentifier.Value.StartsWith('#')
        || (name.DatabaseIdentifier is null && _names.Contains(Key(database, name)));

    /// <summary>Takes note of what a statement creates and drops.</summary>
    public void Enter(string database, TSqlStatement statement) => statement.Accept(new Reader(this, database));

    private static string Key(string database, SchemaObjectName name) =>
        $"{database}/{name.SchemaIdentifier?.Value ?? UsualSchema}.{name.BaseIdentifier.Value}";

    private sealed class Reader(CreatedTables tables, string database) : ExecutedVisitor
    {
        public override void Visit(CreateTableStatement node) =>
            tables._names.Add(Key(database, node.SchemaObjectName));

        public override void Visit(SelectStatement node)
        {
            if (node.Into is { } table)
            {
                tables._names.Add(Key(database, table));
            }
        }

        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects)
            {
                tables._names.Remove(Key(database, table));
            }
        }
    }
}
