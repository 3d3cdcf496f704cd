using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests;

/// <summary>An empty database on a real server, and the releases that tests send to it.</summary>
internal abstract class MigratedDatabase(string name)
{
    private int _second;

    public string Name => name;

    public abstract IDatabaseServer Server { get; }

    public ScriptsInMemory Scripts { get; } = new(name);

    /// <summary>How its releases are applied that say nothing else.</summary>
    public ReleaseOptions Options { get; set; } = ReleaseOptions.Default;

    /// <summary>Releases the scripts as they are now, a second later than the last time.</summary>
    public Task<RunReport> Apply(ReleaseOptions? options = null) => Run(Scripts.Release(NextSecond(), options ?? Options));

    /// <summary>The same with scripts that people mark.</summary>
    public Task<RunReport> Apply(params (string Path, MarkedAs As, string Reason)[] marks) => Run(Marked(NextSecond(), marks));

    /// <summary>Takes back what is above a version, a second later than the last release.</summary>
    public Task<RunReport> Undo(string target, params (string Path, MarkedAs As, string Reason)[] marks) =>
        Run(Marked(NextSecond(), marks) with { Mode = ReleaseMode.Undo, Target = target });

    /// <summary>Asks what a release of the scripts would find.</summary>
    public async Task<RunReport> Plan(params (string Path, MarkedAs As, string Reason)[] marks)
    {
        using var clock = new RunClock(TimeProvider.System, CancellationToken.None);
        return await new PlanRun(Server).Run(Marked(0, marks) with { Mode = ReleaseMode.Plan }, new Reports(), clock);
    }

    public Task<RunReport> Run(Release release) => Run(release, new Reports(), CancellationToken.None);

    public Task<RunReport> Run(Release release, IProgress<RunReport> progress, CancellationToken cancellationToken) =>
        new MigrationRun(Server, Scripts, TimeProvider.System).Run(release, progress, cancellationToken);

    /// <summary>The first column of every row, as text.</summary>
    public abstract Task<IReadOnlyList<string>> Query(string sql);

    /// <summary>Waits until a query answers one text.</summary>
    public async Task Until(string sql, string answer)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await Query(sql) is not [var found] || found != answer)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    protected int NextSecond() => ++_second;

    private Release Marked(int second, (string Path, MarkedAs As, string Reason)[] marks) => Scripts.Release(second, Options) with
    {
        Marks = [.. marks.Select(mark => new ReleaseMark(BucketLayout.ScriptKey(name, mark.Path), mark.As, mark.Reason))],
    };
}
