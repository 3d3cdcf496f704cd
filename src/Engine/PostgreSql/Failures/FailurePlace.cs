using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>Where in a script a statement failed, and through which calls.</summary>
/// <param name="Offset">The place nearest to the cause that the script itself has; null when no statement of it failed.</param>
/// <param name="Calls">To put behind the server's message, with a comma before it; empty when no function was at work.</param>
internal sealed record FailurePlace(int? Offset, string Calls)
{
    /// <summary>Finds it by what the server says.</summary>
    public static FailurePlace Of(SqlScript script, SqlStatement? statement, PostgresException answer) =>
        statement is not null && answer.Position > 0
            ? new FailurePlace(script.Lines.Locate(statement, answer.Position).Offset, "")
            : new FailureFinder(script, statement, answer).Find();
}
