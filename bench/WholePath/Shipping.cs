using System.Diagnostics;
using Drawbridge.Bench.Function;
using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Runs;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.Bench.WholePath;

/// <summary>A repository of which each commit holds the scripts of one fresh database, and is deployed.</summary>
internal sealed class Shipping
{
    private readonly LocalPostgres _server;
    private readonly GitRepository _repository;
    private readonly ActionProcess _action;
    private string _head;

    private Shipping(LocalPostgres server, GitRepository repository, ActionProcess action, string head) =>
        (_server, _repository, _action, _head) = (server, repository, action, head);

    private string Migrations => Path.Combine(_repository.Folder, LocalPlatform.Migrations);

    /// <summary>Makes the repository in a folder.</summary>
    public static async Task<Shipping> Prepare(string program, string folder, Site site)
    {
        var repository = await GitRepository.Create(Path.Combine(folder, "repository"));
        var action = new ActionProcess(program, Path.Combine(folder, "runs"), site.Aws.ClientVariables);
        return new Shipping(site.Server, repository, action, await repository.Commit("nothing yet"));
    }

    /// <summary>
    /// Ships a corpus to a database that holds nothing: when the action's process was started, and how long it took to
    /// its end.
    /// </summary>
    public async Task<(DateTimeOffset Started, TimeSpan Took)> Time(Corpus corpus, Action<LogLine>? eachLine = null)
    {
        await using var ground = await Ground.Lay(_server, latency: 0);
        var push = await Push(corpus, ground.Address.Database);
        string[] arguments =
            ["deploy", "--bucket", Site.Bucket, "--root-database", Site.RootDatabase, "--timeout-seconds", "60"];
        var call = new ActionCall(push, _repository.Folder, arguments);
        var (started, clock) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        var run = await _action.Run(call, eachLine);
        clock.Stop();
        return run.ExitCode == 0 && await ground.Holds(corpus)
            ? (started, clock.Elapsed)
            : throw new InvalidOperationException(run.Text);
    }

    // The scripts of the database before are gone: whoever deploys them again asks about a database that is not there.
    private async Task<GitHubEvent> Push(Corpus corpus, string database)
    {
        if (Directory.Exists(Migrations))
        {
            Directory.Delete(Migrations, recursive: true);
        }

        foreach (var script in corpus.Scripts)
        {
            _repository.Write($"{LocalPlatform.Migrations}/{database}/{script.Name}.sql", script.Text);
        }

        var before = _head;
        _head = await _repository.Commit($"{corpus.Scripts.Count} scripts");
        return GitHubEvent.Push(GitRepository.Main, before, _head);
    }
}
