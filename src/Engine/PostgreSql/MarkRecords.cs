using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Records what people declare of scripts: in one transaction, under the lock, each with its reason.</summary>
internal static class MarkRecords
{
    /// <summary>The commands; none without marks.</summary>
    public static Pipeline Of(NpgsqlConnection connection, Release release, IReadOnlyList<ActingMark> marks)
    {
        var pipeline = new Pipeline(connection);
        if (marks is [])
        {
            return pipeline;
        }

        pipeline.Add(SessionSql.Begin);
        foreach (var mark in marks)
        {
            Add(pipeline, mark, release);
        }

        return pipeline.Add(AdvisoryLock.AssertHeld).Add(SessionSql.Commit);
    }

    private static void Add(Pipeline pipeline, ActingMark mark, Release release)
    {
        var (script, path) = (mark.Script, Decision.PathOf(release, mark.Script));
        var note = $"{release.Id} {mark.Mark.Reason}";
        if (mark.Row is not { } row)
        {
            pipeline.Add(
                HistorySql.InsertAdopted, script.Version, script.Description, KebabCase.Of(script.Kind), path, script.Checksum,
                release.Id, release.Source.Commit, release.Source.Actor, ScriptContext.Tool, note);
            return;
        }

        var end = (mark.Mark.As, row.Kind) switch
        {
            (MarkedAs.RunAgain, _) => HistorySql.BeginAgain,
            (_, ScriptKind.Undo) => HistorySql.FinishUndo,
            _ => HistorySql.MarkDone,
        };
        pipeline.Add(HistorySql.Note, row.Id, path, script.Checksum, note).Add(end, row.Id);
    }
}
