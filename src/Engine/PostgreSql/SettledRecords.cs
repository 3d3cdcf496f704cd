using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// Records what counts as done without running: what is taken over from another tool, and what people declare, each
/// with its reason. One transaction, under the lock.
/// </summary>
internal static class SettledRecords
{
    /// <summary>The commands; none for nothing. At their end nobody else's lock is held any more.</summary>
    public static Pipeline Of(NpgsqlConnection connection, Release release, Decision decision)
    {
        var pipeline = new Pipeline(connection);
        var from = decision.Adoption?.From;
        if (from is null && decision.Marks is [])
        {
            return pipeline;
        }

        pipeline.Add(SessionSql.Begin);
        if (from is not null)
        {
            Add(pipeline, decision.Adoption!.Scripts, from.ToString(), release);
        }

        foreach (var mark in decision.Marks)
        {
            Add(pipeline, mark, release);
        }

        return pipeline.Add(AdvisoryLock.AssertHeld).Add(SessionSql.Commit).Add(AdvisoryLock.ReleaseOthers);
    }

    private static void Add(Pipeline pipeline, IReadOnlyList<ReleaseScript> scripts, string from, Release release)
    {
        foreach (var script in scripts)
        {
            Add(pipeline, script, release, note: null, from);
        }

        pipeline.Add(HistorySql.MoveAdoption, from);
    }

    private static void Add(Pipeline pipeline, ReleaseScript script, Release release, string? note, string? from) =>
        pipeline.Add(
            HistorySql.InsertAdopted,
            script.Version,
            script.Description,
            KebabCase.Of(script.Kind),
            Decision.PathOf(release, script),
            script.Checksum,
            release.Id,
            release.Source.Commit,
            release.Source.Actor,
            ScriptContext.Tool,
            note,
            from);

    private static void Add(Pipeline pipeline, ActingMark mark, Release release)
    {
        var note = $"{release.Id} {mark.Mark.Reason}";
        if (mark.Row is not { } row)
        {
            Add(pipeline, mark.Script, release, note, from: null);
            return;
        }

        var end = (mark.Mark.As, row.Kind) switch
        {
            (MarkedAs.RunAgain, _) => HistorySql.BeginAgain,
            (_, ScriptKind.Undo) => HistorySql.FinishUndo,
            _ => HistorySql.MarkDone,
        };
        pipeline
            .Add(HistorySql.Note, row.Id, Decision.PathOf(release, mark.Script), mark.Script.Checksum, note)
            .Add(end, row.Id);
    }
}
