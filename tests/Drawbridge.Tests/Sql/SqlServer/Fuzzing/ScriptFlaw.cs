using System.Text;
using Drawbridge.Configuration;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;
using Drawbridge.Tests.Rules;
using Drawbridge.Tests.Sql.PostgreSql.Generated;

namespace Drawbridge.Tests.Sql.SqlServer.Fuzzing;

/// <summary>What must be true of every text that is read, whatever it says.</summary>
internal static class ScriptFlaw
{
    /// <summary>The first thing that is wrong; null when nothing is. Rules look at it, too.</summary>
    public static string? Find(string text)
    {
        var script = SqlServerReader.Read(text);
        _ = RuleList.Check(new ChangeSet([File(text)], [], ExampleBlock.Now));
        return FindInStatements(script) ?? FindInBatches(script) ?? FindInErrors(script);
    }

    private static MigrationFile File(string text) =>
        new MigrationFile(new MigrationPath("db", "shop/1_a.sql"), engine: DatabaseEngine.SqlServer).Holding(Encoding.UTF8.GetBytes(text));

    private static string? FindInStatements(SqlScript script)
    {
        var end = 0;
        foreach (var statement in script.Statements)
        {
            if (statement.Offset < end || statement.Length <= 0 || statement.Start != Places.Locate(script.Text, statement.Offset))
            {
                return $"{statement.Start}, {statement.Length} long, is not where the text has it";
            }

            end = statement.Offset + statement.Length;
        }

        return null;
    }

    private static string? FindInBatches(SqlScript script)
    {
        var end = 0;
        foreach (var batch in script.Batches)
        {
            var behind = batch.Start.Offset + batch.Length;
            if (batch.Start.Offset < end || batch.Count < 1 || batch.Statements.Any(statement => !Holds(batch, statement)))
            {
                return $"the batch at {batch.Start} does not hold its statements";
            }

            end = behind;
        }

        return script.Batches.SelectMany(batch => batch.Statements).SequenceEqual(script.Statements) ? null : "a statement is in no batch";
    }

    private static bool Holds(SqlBatch batch, SqlStatement statement) =>
        batch.Start.Offset <= statement.Offset
        && statement.Offset + statement.Length <= batch.Start.Offset + batch.Length
        && batch.Text.Contains(statement.Text, StringComparison.Ordinal);

    private static string? FindInErrors(SqlScript script)
    {
        var last = 0;
        foreach (var (_, message, remedy, position) in script.Errors)
        {
            if (position.Offset < last || position != Places.Locate(script.Text, position.Offset) || message.Length == 0 || remedy.Length == 0)
            {
                return $"the error at {position} says nothing, is out of order, or not where the text has it";
            }

            last = position.Offset;
        }

        return null;
    }
}
