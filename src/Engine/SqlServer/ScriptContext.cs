using System.Diagnostics;
using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer;

/// <summary>A script on its way into a database.</summary>
internal sealed record ScriptContext(SqlServerSession Session, Release Release, LoadedScript Script, RunClock Clock)
{
    /// <summary>Short, because whoever waits for a lock makes everyone else wait behind it.</summary>
    private static readonly TimeSpan DefaultLockWait = TimeSpan.FromSeconds(5);

    /// <summary>Where its statements go.</summary>
    public SqlChannel Channel => Session.Channel;

    /// <summary>How its database's history is kept.</summary>
    public HistorySql History => Session.History;

    /// <summary>Of its transactions.</summary>
    public Tries Tries { get; } = new();

    /// <summary>What goes to the server one after the other: a batch as often as its GO says.</summary>
    public IReadOnlyList<SqlBatch> Steps { get; } = StepsOf(Script.Sql);

    /// <summary>Records that a script has ended of which there is a row.</summary>
    public string Finish => Script.Entry.Kind == ScriptKind.Undo ? History.FinishUndo : History.Finish;

    /// <summary>How long the script lets its statements wait for others' locks.</summary>
    public string LockTimeOut => SessionSql.LockTimeOut(DirectiveOf(DirectiveKind.LockTimeout) ?? DefaultLockWait);

    /// <summary>How long each batch may take; zero when the script does not say.</summary>
    public TimeSpan Limit => DirectiveOf(DirectiveKind.StatementTimeout) ?? TimeSpan.Zero;

    /// <summary>Of a script that is to go on, the beginning was checked when it began.</summary>
    public IEnumerable<Directive> Requirements => Script.Begun is null or { StatementsDone: 0, HasEnded: true }
        ? Script.Sql.Directives.Where(directive => directive.Kind == DirectiveKind.Require)
        : [];

    /// <summary>The batches of a script, each as often as it is to run.</summary>
    public static IReadOnlyList<SqlBatch> StepsOf(SqlScript script) =>
        [.. script.Batches.SelectMany(batch => Enumerable.Repeat(batch, batch.Count))];

    /// <summary>The request that sends a batch.</summary>
    public SqlRequest RequestOf(SqlBatch batch) => new(batch.Text) { Batch = batch, Limit = Limit };

    /// <summary>Undoes whatever the script left in its session.</summary>
    public Task Refresh(CancellationToken cancellationToken) => Session.Refresh(Script.Sql, cancellationToken);

    /// <summary>What became of the script.</summary>
    /// <param name="transaction">Whether it ran in one.</param>
    /// <param name="started">When, by <see cref="Stopwatch"/>.</param>
    /// <param name="error">Null for none.</param>
    public ScriptOutcome Ended(bool transaction, long started, ResultError? error) =>
        new(transaction, Stopwatch.GetElapsedTime(started), error) { Tries = Tries.Count };

    /// <summary>Writes the row of a script that begins, or of one that goes on; answers its number.</summary>
    /// <param name="insert">How a new row is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<long> WriteRow(string insert, CancellationToken cancellationToken)
    {
        var values = ScriptRecord.Of(Release, Script.Entry, Steps.Count);
        if (Script.Begun is not { } begun)
        {
            return (long)(await Channel.AskOne(new SqlRequest(insert, values), cancellationToken))!;
        }

        await Channel.Send(new SqlRequest(History.Restart, [.. values, begun.Id]), cancellationToken);
        return begun.Id;
    }

    /// <summary>A problem of this script, at a batch of it.</summary>
    public ResultError ErrorAt(Problem problem, SqlBatch? batch = null) => ResultError.Of(problem, Script.Entry.Key) with
    {
        Line = batch?.Start.Line,
        Column = batch?.Start.Column,
    };

    private TimeSpan? DirectiveOf(DirectiveKind kind) =>
        Script.Sql.Directives.FirstOrDefault(directive => directive.Kind == kind)?.Duration;
}
