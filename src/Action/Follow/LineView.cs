using Drawbridge.Engine;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Plain lines, as they come: each names its database.</summary>
internal sealed class LineView(QuotedLog log) : IProgressView
{
    public Task Show(string database, News news, RunReport? report) => log.Write(LinesOf(database, news));

    public Task Close() => Task.CompletedTask;

    /// <summary>News as lines that stand for themselves.</summary>
    public static IEnumerable<string> LinesOf(string database, News news) =>
        news.Lines.Concat(news.Ending is { } ending ? [ending] : []).Select(line => $"{database}: {line}");
}
