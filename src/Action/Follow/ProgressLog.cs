using Drawbridge.Engine;
using Drawbridge.GitHubAction.GitHub;
using Spectre.Console;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Tells of several runs at once: a group a database on GitHub, bars at a terminal, else plain lines.</summary>
internal sealed class ProgressLog(Surroundings surroundings) : IDisposable
{
    private readonly IProgressView _view = ViewFor(surroundings);
    private readonly Dictionary<string, ProgressNarrator> _narrators = [];
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Tells what is new in a report.</summary>
    public Task Tell(string database, RunReport report) =>
        InTurn(() => _view.Show(database, NarratorOf(database).Tell(report), report));

    /// <summary>Tells, now and then, what a run is at of which nothing new is heard.</summary>
    public Task Remind(string database) => InTurn(() => NarratorOf(database).Remind() is { } reminder
        ? _view.Show(database, new News([reminder]) { IsWait = true }, report: null)
        : Task.CompletedTask);

    /// <summary>Tells something about a database.</summary>
    public Task Say(string database, string line) => InTurn(() => _view.Show(database, new News([line]), report: null));

    /// <summary>Nothing more comes; what follows stands below.</summary>
    public Task Close() => InTurn(_view.Close);

    public void Dispose() => _turn.Dispose();

    private static IProgressView ViewFor(Surroundings surroundings)
    {
        var environment = new GitHubEnvironment(surroundings);
        var log = new QuotedLog(surroundings.Output, environment);
        if (environment.IsActions)
        {
            return new GroupView(surroundings.Output, log);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Output) });
        return surroundings.IsTerminal && console.Profile.Capabilities.Interactive ? new BarView(console) : new LineView(log);
    }

    private ProgressNarrator NarratorOf(string database)
    {
        if (!_narrators.TryGetValue(database, out var narrator))
        {
            _narrators[database] = narrator = new ProgressNarrator(surroundings.Time);
        }

        return narrator;
    }

    private async Task InTurn(Func<Task> act)
    {
        await _turn.WaitAsync();
        try
        {
            await act();
        }
        finally
        {
            _turn.Release();
        }
    }
}
