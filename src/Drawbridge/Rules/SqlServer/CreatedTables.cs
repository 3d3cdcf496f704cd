using Drawbridge.Sql.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>
/// The tables, views, procedures and so on that the scripts of a change create, as far as they have been met: nobody else
/// uses them yet. Names are compared without case, as they are in most databases.
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

    /// <summary>What a statement makes, or makes anew, but for tables; null for nothing with such a name.</summary>
    public static SchemaObjectName? NameIn(TSqlStatement statement) => statement switch
    {
        ViewStatementBody view => view.SchemaObjectName,
        ProcedureStatementBody procedure => procedure.ProcedureReference.Name,
        FunctionStatementBody function => function.Name,
        CreateSequenceStatement sequence => sequence.Name,
        CreateSynonymStatement synonym => synonym.Name,
        CreateTypeStatement type => type.Name,
        _ => null,
    };

    /// <summary>Whether two names mean the same.</summary>
    public static bool AreSame(SchemaObjectName one, SchemaObjectName other) =>
        string.Equals(Key("", one), Key("", other), StringComparison.OrdinalIgnoreCase);

    private static string Key(string database, SchemaObjectName name) =>
        $"{database}/{name.SchemaIdentifier?.Value ?? UsualSchema}.{name.BaseIdentifier.Value}";

    private sealed class Reader(CreatedTables tables, string database) : ExecutedVisitor
    {
        public override void Visit(CreateTableStatement node) =>
            tables._names.Add(Key(database, node.SchemaObjectName));

        public override void Visit(TSqlStatement node)
        {
            if (node is CreateViewStatement or CreateProcedureStatement or CreateFunctionStatement
                or CreateSequenceStatement or CreateSynonymStatement or CreateTypeStatement)
            {
                tables._names.Add(Key(database, NameIn(node)!));
            }
        }

        public override void Visit(SelectStatement node)
        {
            if (node.Into is { } table)
            {
                tables._names.Add(Key(database, table));
            }
        }

        public override void Visit(DropObjectsStatement node)
        {
            foreach (var table in node.Objects)
            {
                tables._names.Remove(Key(database, table));
            }
        }
    }
}
