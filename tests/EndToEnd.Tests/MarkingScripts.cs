using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

public sealed class MarkingScripts(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [EndToEndFact(Needs.StandIn)]
    public async Task Script_that_stopped_half_way_and_was_changed_runs_again_once_it_is_marked()
    {
        await using var platform = await Platform.Start(postgres.Server);
        var project = platform.Databases.Project;
        var (git, script) = (await Start(platform), $"migrations/{project}/1_people.up.sql");
        git.Write(script, "CREATE TABLE people (name text);\nCREATE INDEX CONCURRENTLY people_name ON people (nam);\n");
        (await Deploy(platform, git)).ExitCode.ShouldBe(1);
        git.Write(script, "CREATE TABLE IF NOT EXISTS people (name text);\nCREATE INDEX CONCURRENTLY people_name ON people (name);\n");
        var refused = await Deploy(platform, git);
        refused.Annotations.ShouldContain(annotation => annotation.Title == "interrupted-script", refused.Text);

        git.Write("migrations/drawbridge.yml", $"marked:\n  - {{ path: {project}/1_peopel.up.sql, as: run-again, reason: it tells what is there }}\n");
        var misspelt = await Deploy(platform, git);
        (misspelt.ExitCode, misspelt.Annotations[0].Title, misspelt.Annotations[0].Line).ShouldBe((1, "configuration-invalid", 2), misspelt.Text);
        misspelt.Text.ShouldContain($"Did you mean '{project}/1_people.up.sql'?");

        git.Write("migrations/drawbridge.yml", $"marked:\n  - {{ path: {project}/1_people.up.sql, as: run-again, reason: it tells what is there }}\n");
        var marked = await Deploy(platform, git);
        marked.ExitCode.ShouldBe(0, marked.Text);
        marked.Annotations.ShouldHaveSingleItem().Title.ShouldBe("marked");
        await platform.ShouldAnswer("SELECT state || ' ' || statements_done || ' ' || substr(reason, 1 + strpos(reason, ' ')) FROM drawbridge.history", "applied 2 it tells what is there");
    }

    [EndToEndFact(Needs.StandIn)]
    public async Task Database_from_before_is_taken_over_by_what_is_marked_done()
    {
        await using var platform = await Platform.Start(postgres.Server);
        var project = platform.Databases.Project;
        var git = await Start(platform);
        (await Deploy(platform, git)).ExitCode.ShouldBe(0);
        await platform.Execute("CREATE TABLE people (name text)");
        git.Write($"migrations/{project}/1_people.up.sql", "CREATE TABLE people (name text);\n");
        git.Write($"migrations/{project}/2_age.up.sql", "ALTER TABLE people ADD COLUMN age int;\n");
        git.Write("migrations/drawbridge.yml", $"marked:\n  - {{ path: {project}/1_people.up.sql, as: done, reason: it was made by hand }}\n");
        var commit = await git.Commit("Take it over");
        var plan = await platform.Local.Plan(GitHubEvent.Push(GitRepository.Main, commit, commit), git.Folder);
        plan.Outputs["pending-count"].ShouldBe("1", plan.Text);

        var run = await Deploy(platform, git);

        run.ExitCode.ShouldBe(0, run.Text);
        await platform.ShouldAnswer("SELECT string_agg(version || ' ' || state, ', ' ORDER BY id) FROM drawbridge.history", "1 adopted, 2 applied");
    }

    private static async Task<GitRepository> Start(Platform platform)
    {
        var git = await GitRepository.Create(platform.RepositoryFolder);
        git.Write($"migrations/{platform.Databases.Root}/1_create.up.sql", $"CREATE DATABASE {platform.Databases.Project};\n");
        return git;
    }

    private static async Task<ActionRun> Deploy(Platform platform, GitRepository git)
    {
        var commit = await git.Commit("A change");
        return await platform.Deploy(GitHubEvent.Push(GitRepository.Main, commit, commit));
    }
}
