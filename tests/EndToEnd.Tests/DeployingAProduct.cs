using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

public sealed class DeployingAProduct
{
    [PgDumpTheory]
    [EachPostgresVersion]
    public async Task Ends_at_the_schema_that_psql_makes_file_by_file(int version)
    {
        var server = await PostgresVersions.Server(version);
        await using var platform = await Platform.Start(server);
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Harbour"))
            .Order(StringComparer.Ordinal)
            .ToList();
        var git = await GitRepository.Create(platform.RepositoryFolder);
        git.Write(
            $"migrations/{platform.Databases.Root}/1_create.up.sql",
            $"CREATE DATABASE {platform.Databases.Project};\n");
        foreach (var file in files)
        {
            git.Write(
                $"migrations/{platform.Databases.Project}/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file));
        }

        var commit = await git.Commit("A harbour");
        var run = await platform.Deploy(GitHubEvent.Push(GitRepository.Main, commit, commit));
        run.ExitCode.ShouldBe(0, run.Text);
        await platform.ShouldHaveApplied(files.Count);

        var programs = new PostgresPrograms(server);
        var expected = await server.CreateDatabase("expected");
        foreach (var file in files)
        {
            await programs.Apply(expected, file);
        }

        var schema = await programs.Schema(expected);
        schema.ShouldContain("touch_updated_at");
        (await programs.Schema(platform.Databases.Project)).ShouldBe(schema);
        await server.DropDatabase(expected);
    }
}
