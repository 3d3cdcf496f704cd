using Drawbridge.Rules.Changes;
using Drawbridge.Sql;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>
/// One statement of a new or changed T-SQL script, and what a rule must know to be silent where it should be.
/// </summary>
/// <param name="Script">The script.</param>
/// <param name="Statement">The statement, whose <c>ignore</c> directives concern what is found.</param>
/// <param name="Fragment">What it says.</param>
/// <param name="Before">What the script has done before it.</param>
/// <param name="Created">What the same change creates before it.</param>
internal sealed record BatchContext(
    MigrationFile Script, SqlStatement Statement, TSqlStatement Fragment, ScriptSoFar Before, CreatedTables Created)
{
    /// <summary>
    /// Whether this script, before the statement, or an earlier one of the same change creates the table; or whether it
    /// is a temporary one.
    /// </summary>
    public bool IsNew(SchemaObjectName table) => Created.Has(Script.Database, table);
}
