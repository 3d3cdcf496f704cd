using System.Text;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Writes the job summary; outside GitHub Actions it writes nothing.</summary>
internal sealed class StepSummary(GitHubEnvironment environment)
{
    /// <summary>GitHub's limit for one step, in bytes; above it the whole summary is dropped.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Appends Markdown in the first form with which the summary does not grow too large.</summary>
    /// <param name="forms">
    /// Write what to show, and what to show instead, each shorter than the one before; only those that are needed are asked.
    /// </param>
    public async Task Append(params IReadOnlyList<Func<string>> forms)
    {
        if (environment.SummaryPath is not { } path)
        {
            return;
        }

        var written = File.Exists(path) ? new FileInfo(path).Length : 0;
        var fitting = forms.Select(form => form()).FirstOrDefault(text => written + Encoding.UTF8.GetByteCount(text) + 1 <= Limit);
        if (fitting is not null)
        {
            await File.AppendAllTextAsync(path, fitting + "\n");
            await Keep(path, fitting + "\n");
        }
    }

    /// <summary>The runner takes the summary away when the step ends; later steps get a copy.</summary>
    private async Task Keep(string path, string text)
    {
        if (environment.TemporaryFolder is { } folder)
        {
            var copy = Path.Combine(folder, $"drawbridge-{Path.GetFileNameWithoutExtension(path)}.md");
            await File.AppendAllTextAsync(copy, text);
            await new StepOutputs(environment).Set("summary-file", copy);
        }
    }
}
