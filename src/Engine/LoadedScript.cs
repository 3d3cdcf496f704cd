using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Drawbridge.Sql;

namespace Drawbridge.Engine;

/// <summary>A pending script, downloaded, proved and read: nothing about it is unknown when the first statement runs.</summary>
/// <param name="Entry">As the release names it.</param>
/// <param name="Content">Its text.</param>
/// <param name="Sql">Its statements.</param>
/// <param name="Begun">The row of an earlier try that goes on now; null for a fresh start.</param>
public sealed record LoadedScript(ReleaseScript Entry, ScriptContent Content, SqlScript Sql, HistoryRow? Begun)
{
    /// <summary>Reads the statements of a text.</summary>
    internal static LoadedScript Read(PendingScript pending, ScriptContent content, IDatabaseServer server) =>
        new(pending.Entry, content, server.Read(content.Text), pending.Begun is { State: HistoryState.Started } row ? row : null);

    /// <summary>Whether the server, which alone knows the catalog, refused its only statement inside a transaction.</summary>
    public bool IsFoundAlone { get; init; }

    /// <summary>Whether all of it is one transaction.</summary>
    public bool RunsInTransaction => !IsFoundAlone && Sql.RunsInTransaction;
}
