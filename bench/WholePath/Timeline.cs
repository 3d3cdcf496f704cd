using Drawbridge.Bench.Function;
using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.WholePath;

/// <summary>What one <c>deploy</c> and the function asked for and when, as the bucket sees it.</summary>
internal sealed class Timeline
{
    private readonly Lock _gate = new();
    private readonly List<Moment> _moments = [];
    private readonly Dictionary<string, DateTimeOffset> _underWay = [];

    /// <summary>Deploys a corpus once more and writes down how that went.</summary>
    public static async Task Write(Site site, Shipping shipping, Corpus corpus, TextWriter output)
    {
        var timeline = new Timeline();
        site.Aws.Moments.WatchFor(timeline.Pass);
        var (started, took) = await shipping.Time(
            corpus, _ => timeline.Note("a line in deploy's log", DateTimeOffset.UtcNow));
        timeline.Note("the function has the event", site.Aws.Invocations[^1].StartedAt!.Value);
        timeline.Note("deploy has ended", started + took);
        await output.WriteLineAsync(
            $"\nOne more of {corpus.Scripts.Count} scripts, in ms since the start of deploy's process\n");
        await output.WriteLineAsync("| at | until | what |");
        await output.WriteLineAsync("| ---: | ---: | --- |");
        foreach (var (start, end, what, count) in timeline.InRows())
        {
            var times = count == 1 ? "" : $"{count} × ";
            await output.WriteLineAsync($"| {Since(start)} | {Since(end)} | {times}{what} |");
        }

        string Since(DateTimeOffset moment) => $"{(moment - started).TotalMilliseconds:0}";
    }

    private static string Shorten(string call)
    {
        var (method, path) = call.Split(' ') is [var first, var second] ? (first, second) : (call, "");
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [Site.Bucket] => $"{method} the bucket: a list",
            [Site.Bucket, var folder, ..] => $"{method} {folder}/",
            [.., var last] => $"{method} {last}",
            [] => method,
        };
    }

    /// <summary>Notes the beginning or the end of a call; it is none at which the function is killed.</summary>
    private bool Pass(string moment)
    {
        var now = DateTimeOffset.UtcNow;
        var (when, call) = moment.Split(' ', 2) is [var first, var second] ? (first, second) : (moment, "");
        lock (_gate)
        {
            if (when == "before")
            {
                _underWay[call] = now;
            }
            else if (_underWay.Remove(call, out var start))
            {
                _moments.Add(new Moment(start, now, Shorten(call)));
            }
        }

        return false;
    }

    private void Note(string what, DateTimeOffset at)
    {
        lock (_gate)
        {
            _moments.Add(new Moment(at, at, what));
        }
    }

    private List<Moment> InRows()
    {
        var rows = new List<Moment>();
        foreach (var moment in _moments.OrderBy(moment => moment.Start))
        {
            if (rows is [.., var last] && last.What == moment.What)
            {
                rows[^1] = last with { End = last.End > moment.End ? last.End : moment.End, Count = last.Count + 1 };
            }
            else
            {
                rows.Add(moment);
            }
        }

        return rows;
    }
}
