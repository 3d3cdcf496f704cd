using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>
/// Records what counts as done without running: what is taken over from another tool, and what people declare, each
/// with its reason. One transaction, under the lock.
/// </summary>
internal static class SettledRecords
{
    /// <summary>The changes, in order, with their parameters; none for nothing.</summary>
    public static IEnumerable<(SettledChange Change, object?[] Values)> Of(Release release, Decision decision)
    {
        if (decision.Adoption is { From: { } from, Scripts: var scripts })
        {
            foreach (var script in scripts)
            {
                yield return Adopted(script, release, note: null, from.ToString());
            }

            yield return (SettledChange.MoveAdoption, [from.ToString()]);
        }

        foreach (var change in decision.Marks.SelectMany(mark => Of(mark, release)))
        {
            yield return change;
        }
    }

    private static (SettledChange Change, object?[] Values) Adopted(
        ReleaseScript script, Release release, string? note, string? from) =>
        (SettledChange.InsertAdopted,
        [
            script.Version,
            script.Description,
            KebabCase.Of(script.Kind),
            Decision.PathOf(release, script),
            script.Checksum,
            release.Id,
            release.Source.Commit,
            release.Source.Actor,
            ScriptRecord.Tool,
            note,
            from,
        ]);

    private static IEnumerable<(SettledChange Change, object?[] Values)> Of(ActingMark mark, Release release)
    {
        var note = $"{release.Id} {mark.Mark.Reason}";
        if (mark.Row is not { } row)
        {
            return [Adopted(mark.Script, release, note, from: null)];
        }

        var end = (mark.Mark.As, row.Kind) switch
        {
            (MarkedAs.RunAgain, _) => SettledChange.BeginAgain,
            (_, ScriptKind.Undo) => SettledChange.FinishUndo,
            _ => SettledChange.MarkDone,
        };
        return
        [
            (SettledChange.Note, [row.Id, Decision.PathOf(release, mark.Script), mark.Script.Checksum, note]),
            (end, [row.Id]),
        ];
    }
}
