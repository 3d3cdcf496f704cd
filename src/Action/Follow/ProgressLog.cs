using Drawbridge.Engine;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>The log of several runs at once: each line names its database, and no line breaks into another's.</summary>
internal sealed class ProgressLog(TextWriter output, GitHubEnvironment environment) : IDisposable
{
    private readonly QuotedLog _log = new(output, environment);
    private readonly Dictionary<string, ProgressNarrator> _narrators = [];
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Writes what is new in a report.</summary>
    public async Task Tell(string database, RunReport report)
    {
        await _turn.WaitAsync();
        try
        {
            if (!_narrators.TryGetValue(database, out var narrator))
            {
                _narrators[database] = narrator = new ProgressNarrator();
            }

            await Write(database, narrator.Tell(report));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes a line about a database.</summary>
    public async Task Say(string database, string line)
    {
        await _turn.WaitAsync();
        try
        {
            await Write(database, [line]);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task Write(string database, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            await _log.Write(lines.Select(line => $"{database}: {line}"));
        }
    }
}
