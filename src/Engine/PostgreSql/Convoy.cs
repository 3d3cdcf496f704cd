using System.Diagnostics;
using Drawbridge.Scripts;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// Scripts that travel together: one round trip for all of them, a transaction for each. After a failure the server
/// skips whatever comes behind it in the same message, so that none begins before the one ahead of it is applied and
/// recorded.
/// </summary>
internal static class Convoy
{
    private const int Shortest = 4;
    private const int Longest = 32;
    private const int LongestText = 16 * 1024;

    /// <summary>
    /// How many scripts, from one on, may travel together; at least 1. Nothing is heard of any until all have arrived,
    /// so what may take long goes alone, and so do the few for whom it would hardly save anything.
    /// </summary>
    public static int LengthOf(IReadOnlyList<LoadedScript> scripts, int first)
    {
        var length = 0;
        while (length < Longest && first + length < scripts.Count && MayJoin(scripts[first + length]))
        {
            length++;
        }

        return length < Shortest ? 1 : length;
    }

    /// <summary>Runs the scripts up to the first that fails, and tells what became of each.</summary>
    public static async Task Run(
        IReadOnlyList<ScriptContext> scripts, Action<ScriptOutcome> tell, CancellationToken cancellationToken)
    {
        var (started, durations) = (Stopwatch.GetTimestamp(), new List<long>());
        var refused = await Send(scripts, durations, cancellationToken);
        for (var index = 0; index < (refused?.Script ?? scripts.Count); index++)
        {
            tell(new ScriptOutcome(Transaction: true, TimeSpan.FromMilliseconds(durations[index]), Error: null));
        }

        if (refused is not null)
        {
            var begun = started + (durations.Take(refused.Script).Sum() * Stopwatch.Frequency / 1000);
            tell(await TransactionalScript.Run(scripts[refused.Script], begun, refused, cancellationToken));
        }
    }

    private static async Task<PipelineException?> Send(
        IReadOnlyList<ScriptContext> scripts, List<long> durations, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(scripts[0].Connection);
        foreach (var script in scripts)
        {
            pipeline.BeginNext();
            await TransactionalScript.AddTo(pipeline, script, cancellationToken);
        }

        try
        {
            await pipeline.Send(HistorySql.Duration, scripts[0].Release.Id, durations, cancellationToken);
            return null;
        }
        catch (PipelineException refused)
        {
            return refused;
        }
    }

    private static bool MayJoin(LoadedScript script) =>
        script is { RunsInTransaction: true, Begun: null, Entry.Kind: not ScriptKind.Undo }
        && script.Content.Text.Length <= LongestText
        && !script.Sql.Directives.Any(directive => directive.Kind == DirectiveKind.Require)
        && script.Sql.Statements.All(statement => statement.Kind == StatementKind.Other && IsQuick(statement.Syntax));

    /// <summary>What only writes the catalog, or rows that stand in the script.</summary>
    private static bool IsQuick(StatementSyntax syntax) => syntax switch
    {
        CreateTableStatement table => table is { Query: null, PartitionOf: null },
        CreateViewStatement view => !view.IsMaterialized,
        InsertStatement insert => insert is { HasLiteralRows: true, With: [] },
        CreateFunctionStatement or CreateTypeStatement or CreateSequenceStatement or CreateSchemaStatement => true,
        CommentStatement or PrivilegeStatement => true,
        _ => false,
    };
}
