using System.Data.Common;
using Drawbridge.Engine.Donors;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>Reads what the history tables answer. People edit rows: nothing in them is believed.</summary>
internal sealed class HistoryReader(DbDataReader reader, string database)
{
    /// <summary>The rows, then the marks, then what was taken over, then the releases.</summary>
    public async Task<DatabaseHistory> Read(ReleaseId? release, CancellationToken cancellationToken)
    {
        var rows = await ReadAll(Row, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var marks = await ReadAll(Marks, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var adopted = await ReadAll(From, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var releases = await ReadAll(() => (Id: reader.GetString(0), Finished: Finished(release)), cancellationToken);
        return new DatabaseHistory(
            rows.FindAll(row => row.Kind != ScriptKind.Undo),
            releases.Find(one => one.Finished is not null).Finished,
            Newest(releases.Select(one => one.Id)))
        {
            UndoRows = rows.FindAll(row => row.Kind == ScriptKind.Undo),
            UsedMarks = [.. marks.SelectMany(ofScript => ofScript)],
            AdoptedFrom = adopted.FirstOrDefault(),
        };
    }

    private static ReleaseId? Newest(IEnumerable<string> ids)
    {
        ReleaseId? newest = null;
        foreach (var id in ids)
        {
            newest = ReleaseId.TryParse(id, out var parsed) && newest?.IsOlderThan(parsed) != false ? parsed : newest;
        }

        return newest;
    }

    private async Task<List<T>> ReadAll<T>(Func<T> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            all.Add(read());
        }

        return all;
    }

    private HistoryRow Row()
    {
        var place = $"row {reader.GetInt64(0)}";
        var kind = Known<ScriptKind>(reader.GetString(2), place);
        var version = VersionOf(reader.IsDBNull(1) ? null : reader.GetString(1), kind, place);
        var state = Known<HistoryState>(reader.GetString(5), place);
        var done = reader.GetInt32(6) is >= 0 and var count ? count : throw Strange(place, $"{reader.GetInt32(6)} statements done");
        return new HistoryRow(
            reader.GetInt64(0),
            version,
            kind,
            reader.GetString(3),
            reader.GetString(4),
            state,
            done,
            reader.GetBoolean(7),
            reader.GetString(8));
    }

    /// <summary>A line a mark; each begins with the id of the release that carried it.</summary>
    private List<UsedMark> Marks()
    {
        var kind = Known<ScriptKind>(reader.GetString(0), "a marked row");
        var (version, path) = (reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2));
        return reader.GetString(3).Split('\n').ToList()
            .ConvertAll(note => new UsedMark(kind, version, path, note[(note.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    private AdoptedFrom From() =>
        AdoptedFrom.TryParse(reader.GetString(0)) ?? throw Strange("a row that was taken over", $"'{reader.GetString(0)}'");

    /// <summary>Null for every other release.</summary>
    private FinishedRelease? Finished(ReleaseId? release) => reader.GetString(0) != release?.Text
        ? null
        : new FinishedRelease(
            Known<ResultStatus>(reader.GetString(1), $"release '{release.Text}'"),
            reader.IsDBNull(2) ? null : ResultJson.TryReadError(reader.GetString(2)));

    private ScriptVersion? VersionOf(string? text, ScriptKind kind, string place) => (text, kind) switch
    {
        (null, ScriptKind.Repeatable) => null,
        ({ }, not ScriptKind.Repeatable) when ScriptVersion.TryParse(text, out var version) && version.Text == text => version,
        _ => throw Strange(place, $"the version '{text}'"),
    };

    private T Known<T>(string word, string place)
        where T : struct, Enum =>
        Words<T>.Values.TryGetValue(word, out var value) ? value : throw Strange(place, $"'{word}'");

    private DrawbridgeException Strange(string place, string what) =>
        new(new HistoryUnusable(database, $"{place} holds {what}, which Drawbridge never writes"));

    private static class Words<T>
        where T : struct, Enum
    {
        /// <summary>Asked for with every row.</summary>
        public static Dictionary<string, T> Values { get; } = Enum.GetValues<T>().ToDictionary(KebabCase.Of);
    }
}
