using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>Where in a script a statement failed, and through which calls.</summary>
/// <param name="Offset">
/// The place nearest to the cause that the script itself has; null when there is none.
/// </param>
/// <param name="Calls">
/// What to put behind the server's message, with a comma before it; empty when no function was at work.
/// </param>
internal sealed record FailurePlace(int? Offset, string Calls)
{
    /// <summary>Finds it by what the server says.</summary>
    public static FailurePlace Of(ScriptContext context, SqlStatement? statement, PostgresException answer)
    {
        var (script, count) = (context.Script.Sql, context.Count);
        if (statement is null || answer.Position < 1)
        {
            return new FailureFinder(script, statement, answer, count).Find();
        }

        var position = count.Characters(statement.Text, answer.Position);
        return new FailurePlace(script.Lines.Locate(statement, position).Offset, Calls: "");
    }
}
