using System.Data;
using System.Diagnostics;
using Drawbridge.Engine.PostgreSql.Failures;
using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>A script on its way into a database.</summary>
internal sealed record ScriptContext(NpgsqlConnection Connection, Release Release, LoadedScript Script, RunClock Clock)
{
    /// <summary>Of its transactions.</summary>
    public Tries Tries { get; } = new();

    /// <summary>The parameters with which history records the script, in the order of its statements.</summary>
    public object?[] Row => ScriptRecord.Of(Release, Script.Entry, Script.Sql.Statements.Count);

    /// <summary>Records, with <see cref="Row"/>, a script that ran as one transaction.</summary>
    public string InsertDone => IsUndo ? HistorySql.InsertUndone : HistorySql.InsertApplied;

    /// <summary>Records that a script has ended of which there is a row.</summary>
    public string Finish => IsUndo ? HistorySql.FinishUndo : HistorySql.Finish;

    /// <summary>What brings the script up again: nothing but another undo goes on with an undo script.</summary>
    public string Again => Script.Entry.Again();

    private bool IsUndo => Script.Entry.Kind == ScriptKind.Undo;

    /// <summary>Whether a refusal came from a server that still listens.</summary>
    public bool IsConnected => Connection.FullState.HasFlag(ConnectionState.Open);

    /// <summary>How the server counts, which a connection tells only while it is open.</summary>
    public ServerCount Count { get; } = ServerCount.Of(Connection);

    /// <summary>Whether a failure is the server's answer to the script, whoever hung up after it.</summary>
    public bool IsAnswered(PipelineException failure) =>
        failure is { IsCancelled: false, IsCommitted: false } && (IsConnected || failure.IsSurvived);

    /// <summary>What became of the script.</summary>
    /// <param name="transaction">Whether it ran in one.</param>
    /// <param name="started">When, by <see cref="Stopwatch"/>.</param>
    /// <param name="error">Null for none.</param>
    public ScriptOutcome Ended(bool transaction, long started, ResultError? error) =>
        new(transaction, Stopwatch.GetElapsedTime(started), error) { Tries = Tries.Count };

    /// <summary>Brings the session back to where every script begins; one that is over needs nothing.</summary>
    public Task Restore(CancellationToken cancellationToken) => IsConnected
        ? new Pipeline(Connection).Add(SessionSql.Rollback).AddRefresh().Send(cancellationToken)
        : Task.CompletedTask;

    /// <summary>Adds a statement of the script to a pipeline; the rows below a COPY can only be streamed at once.</summary>
    public Task Add(Pipeline pipeline, SqlStatement statement, CancellationToken cancellationToken)
    {
        if (statement.Kind == StatementKind.CopyFromStdin)
        {
            return pipeline.Copy(statement, RowsOf(statement), cancellationToken);
        }

        pipeline.Add(statement);
        return Task.CompletedTask;
    }

    private ReadOnlyMemory<char> RowsOf(SqlStatement copy) =>
        Script.Content.Text.AsMemory(copy.CopyData!.Value.Offset, copy.CopyData.Value.Length);
}
