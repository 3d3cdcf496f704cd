using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>Where in a script a statement failed, and through which calls.</summary>
/// <param name="Offset">The place nearest to the cause that the script itself has; null when no statement of it failed.</param>
/// <param name="Calls">To put behind the server's message, with a comma before it; empty when no function was at work.</param>
internal sealed record FailurePlace(int? Offset, string Calls)
{
    /// <summary>Finds it by what the server says.</summary>
    public static FailurePlace Of(ScriptContext context, SqlStatement? statement, PostgresException answer)
    {
        var (script, count) = (context.Script.Sql, ServerCount.Of(context.Connection));
        return statement is not null && answer.Position > 0
            ? new FailurePlace(script.Lines.Locate(statement, count.Characters(statement.Text, answer.Position)).Offset, "")
            : new FailureFinder(script, statement, answer, count).Find();
    }
}
