using System.Text;
using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Init;

/// <summary>Writes what a repository begins with, and never over anything.</summary>
internal sealed class Initializer(Surroundings surroundings, StarterMigrations migrations)
{
    private readonly QuotedLog _log = new(surroundings.Output, new GitHubEnvironment(surroundings));

    /// <summary>Writes what is missing, and says what to do next.</summary>
    /// <exception cref="DrawbridgeException">This is no repository.</exception>
    public async Task<ExitCode> Run(CancellationToken cancellationToken)
    {
        var root = (await GitRepository.Open(surroundings.Directory, cancellationToken)).Root;
        foreach (var file in StarterWorkflows.For(migrations.Migrations).Append(migrations.Settings))
        {
            await Write(root, file);
        }

        var isFresh = !HasScripts(root);
        await (isFresh
            ? WriteScripts(root)
            : _log.Write($"kept  {migrations.Migrations}: it has scripts already, so none was added"));
        await _log.Write(NextSteps(isFresh));
        return ExitCode.Fine;
    }

    private async Task WriteScripts(string root)
    {
        foreach (var script in migrations.Scripts(surroundings.Time.GetUtcNow()))
        {
            await Write(root, script);
        }
    }

    private async Task Write(string root, StarterFile file)
    {
        var path = Path.Combine(root, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Path.Exists(path))
        {
            await _log.Write($"kept  {file.Path}: it is there already");
            return;
        }

        await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(file.Content));
        await _log.Write($"wrote {file.Path}");
    }

    private bool HasScripts(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, migrations.Migrations), "*.sql", SearchOption.AllDirectories).Any();

    private string[] NextSteps(bool isFresh)
    {
        var remove = isFresh && migrations.CreatingFolder is { } folder
            ? $" When the database '{migrations.Database}' exists already, remove {folder}."
            : "";
        return
        [
            "",
            "What to do next:",
            $"1. Look at what was written, and make of it what you need.{remove}",
            "2. Build the function and its bucket with the Terraform module: its README says how.",
            "3. In the repository's settings, set the variables DRAWBRIDGE_REGION, DRAWBRIDGE_BUCKET, "
                + "DRAWBRIDGE_FUNCTION, DRAWBRIDGE_DEPLOY_ROLE and DRAWBRIDGE_PLAN_ROLE to its outputs, and let only "
                + "the main branch deploy to the environment 'production'.",
            "4. Commit, and open a pull request: it is checked. Its merge is shipped.",
        ];
    }
}
