using Drawbridge.Engine;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>
/// A group a database in GitHub's log, and below it, always visible, how that database ended. Groups can't be nested
/// or interleaved: one database has the log; what the others say is kept, unless they wait or end.
/// </summary>
internal sealed class GroupView(TextWriter output, QuotedLog log) : IProgressView
{
    private readonly Dictionary<string, List<string>> _kept = [];
    private readonly HashSet<string> _known = [];
    private string? _open;

    public async Task Show(string database, News news, RunReport? report)
    {
        if (_open is not null && _open != database && !news.IsWait && news.Ending is null)
        {
            Keep(database, news.Lines);
            return;
        }

        await TurnTo(database, news.Lines);
        if (news.Ending is { } ending)
        {
            await CloseGroup();
            await log.Write($"{database}: {ending}");
            await TellKept(atMost: 1);
        }
    }

    public async Task Close()
    {
        await TellKept(atMost: int.MaxValue);
        await CloseGroup();
    }

    private void Keep(string database, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            _kept[database] = [.. _kept.GetValueOrDefault(database) ?? [], .. lines];
        }
    }

    private async Task TellKept(int atMost)
    {
        foreach (var database in _kept.Keys.Take(atMost).ToList())
        {
            await TurnTo(database, []);
        }
    }

    private async Task TurnTo(string database, IReadOnlyList<string> lines)
    {
        var all = _kept.Remove(database, out var kept) ? [.. kept, .. lines] : lines;
        if (all.Count == 0)
        {
            return;
        }

        if (_open != database)
        {
            await CloseGroup();
            var title = _known.Add(database) ? database : $"{database}, continued";
            await output.WriteLineAsync(WorkflowCommand.Line("group", PlainText.Of(title)));
            _open = database;
        }

        await log.Write(all);
    }

    private async Task CloseGroup()
    {
        if (_open is not null)
        {
            await output.WriteLineAsync(WorkflowCommand.Line("endgroup", ""));
            _open = null;
        }
    }
}
