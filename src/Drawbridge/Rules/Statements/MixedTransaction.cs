using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.PostgreSql;
using Drawbridge.Sql;

namespace Drawbridge.Rules.Statements;

/// <summary>A statement that no transaction can hold, beside others that would be safer in one.</summary>
internal sealed class MixedTransaction : ScriptRule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes)
    {
        var statements = script.Sql.Statements;
        return script.Sql.Directives.Any(directive => directive.Kind == DirectiveKind.TransactionOff)
            || statements.All(statement => statement.CannotRunInTransaction)
            ? []
            : from statement in statements
              where statement.CannotRunInTransaction
              select Find(
                  script,
                  statement,
                  $"'{Heading(statement)}' can't run in a transaction, so none of this script does, and if it breaks "
                      + "off a half of it stays.",
                  "Move this statement into a script of its own; or say '-- drawbridge: transaction=off' at the top "
                      + "if each statement can stand alone.") with
              {
                  Fix = script.Engine == DatabaseEngine.PostgreSql
                      ? new StatementContext(script, statement, changes).Remove()
                      : null,
              };
    }

    /// <summary>The first words of the statement.</summary>
    private static string Heading(SqlStatement statement)
    {
        var words = statement.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 4 ? string.Join(' ', words) : string.Join(' ', words.Take(4)) + " …";
    }
}
