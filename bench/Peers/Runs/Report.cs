using System.Text;

namespace Drawbridge.Bench.Peers.Runs;

/// <summary>
/// Writes what was seen: every run as a line of a CSV file, and tables in Markdown, which are shown, too.
/// </summary>
internal sealed class Report : IAsyncDisposable
{
    private readonly Action<string> _show;
    private readonly StreamWriter _raw;
    private readonly StreamWriter _tables;

    /// <summary>Begins one in a folder.</summary>
    /// <param name="folder">Where the files go.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="show">Shows people a text.</param>
    public Report(string folder, string name, Action<string> show)
    {
        Directory.CreateDirectory(folder);
        _show = show;
        _raw = new StreamWriter(Path.Combine(folder, $"{name}.csv")) { AutoFlush = true };
        _tables = new StreamWriter(Path.Combine(folder, $"{name}.md")) { AutoFlush = true };
        _raw.WriteLine("corpus,scripts,latency_ms,tool,run,apply_seconds,nothing_seconds");
    }

    /// <summary>Says something that belongs to the tables.</summary>
    public Task Say(string text)
    {
        _show(text);
        return _tables.WriteLineAsync(text);
    }

    /// <summary>Keeps a run.</summary>
    public Task Add(Timing timing)
    {
        var (corpus, scripts, latency) = timing.Case;
        return _raw.WriteLineAsync(
            $"{corpus},{scripts},{latency},{timing.Tool},{timing.Run},"
            + $"{timing.Apply.TotalSeconds:0.0000},{timing.Nothing?.TotalSeconds:0.0000}");
    }

    /// <summary>Names a tool that takes no further part.</summary>
    public Task GaveUp(Case which, string tool, string? reason) =>
        Say($"- {tool} takes no further part in {which.Corpus} {which.Scripts}: {reason}");

    /// <summary>Shows how all did in a case.</summary>
    public Task Conclude(Case which, IReadOnlyCollection<Timing> timings)
    {
        var table = new StringBuilder($"""

            ### {which.Corpus}, {which.Scripts} scripts, {which.Latency} ms

            | | median | best | × one-tx | × script-tx | nothing to do |
            | --- | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var line in Standing.Of(timings))
        {
            table.Append(
                $"| {line.Tool} | {line.Median:0.000} s | {line.Best:0.000} s | {line.ToOneTransaction:0.00} "
                + $"| {line.ToTransactionPerScript:0.00} | {line.Nothing:0.000' s'} |\n");
        }

        return Say(table.ToString());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _raw.DisposeAsync();
        await _tables.DisposeAsync();
    }
}
