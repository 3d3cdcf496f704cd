using System.Text;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Writes the job summary; outside GitHub Actions it writes nothing.</summary>
internal sealed class StepSummary(GitHubEnvironment environment)
{
    /// <summary>GitHub's limit for one step, in bytes; above it the whole summary is dropped.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Appends Markdown, or the shorter form when the summary would grow too large.</summary>
    /// <param name="markdown">What to show.</param>
    /// <param name="shorter">What to show instead, well below the limit.</param>
    public async Task Append(string markdown, string shorter)
    {
        if (environment.SummaryPath is not { } path)
        {
            return;
        }

        var written = File.Exists(path) ? new FileInfo(path).Length : 0;
        var fitting = new[] { markdown, shorter }.FirstOrDefault(
            text => written + Encoding.UTF8.GetByteCount(text) + 1 <= Limit);
        if (fitting is not null)
        {
            await File.AppendAllTextAsync(path, fitting + "\n");
        }
    }
}
