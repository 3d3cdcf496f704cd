using Drawbridge.Engine;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Manifests;
using Spectre.Console;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>A bar a database for a person at a terminal, and above the bars a line a script.</summary>
internal sealed class BarView(IAnsiConsole console) : IProgressView
{
    private readonly TaskCompletionSource _closing = new();
    private readonly Dictionary<string, ProgressTask> _bars = [];
    private Task<ProgressContext>? _context;
    private Task _drawing = Task.CompletedTask;

    public async Task Show(string database, News news, RunReport? report)
    {
        var context = await (_context ??= Open());
        foreach (var line in LineView.LinesOf(database, news))
        {
            console.MarkupLine(Markup.Escape(PlainText.Of(line)));
        }

        if (!_bars.TryGetValue(database, out var bar))
        {
            _bars[database] = bar = context.AddTask(Markup.Escape(database));
            bar.IsIndeterminate = true;
        }

        if (report is not null)
        {
            Move(bar, database, report);
        }
    }

    public async Task Close()
    {
        foreach (var bar in _bars.Values)
        {
            bar.IsIndeterminate = false;
            bar.StopTask();
        }

        _closing.TrySetResult();
        await _drawing;
    }

    private Task<ProgressContext> Open()
    {
        var opened = new TaskCompletionSource<ProgressContext>();
        _drawing = console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 30 },
                new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                opened.SetResult(context);
                return _closing.Task;
            });
        return opened.Task;
    }

    private static void Move(ProgressTask bar, string database, RunReport report)
    {
        var concerned = report.Scripts.Where(script => script.Status != ScriptStatus.Skipped).ToList();
        var waiting = concerned.Find(script => script.Status == ScriptStatus.Pending);
        var done = concerned.Count(script => script.Status is not (ScriptStatus.Pending or ScriptStatus.Failed));
        bar.IsIndeterminate = report is { Status: ResultStatus.Running, Scripts: [] };
        bar.MaxValue = Math.Max(1, concerned.Count);
        bar.Value = report.Status == ResultStatus.Succeeded ? bar.MaxValue : done;
        bar.Description = Description(database, report, $"{done} of {concerned.Count}", waiting);
        if (report.Status.IsFinal())
        {
            bar.StopTask();
        }
    }

    private static string Description(string database, RunReport report, string count, ScriptResult? waiting)
    {
        var name = Markup.Escape(database);
        var state = report switch
        {
            { Status: ResultStatus.Succeeded } => $"[green]{count}[/]",
            { Status: not ResultStatus.Running } => $"[red]{count}, {KebabCase.Of(report.Status)}[/]",
            { WaitingFor: { } holder } => $"[yellow]waits for pid {holder.Pid}[/]",
            { Scripts: [] } => "",
            _ => $"{count}{(waiting is null ? "" : $" [grey]{Safe(FileName(waiting.Key))}[/]")}",
        };
        return $"{name} {state}".TrimEnd();
    }

    private static string FileName(string key) => key[(key.LastIndexOf('/') + 1)..];

    private static string Safe(string text) => Markup.Escape(PlainText.Of(text));
}
