using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

public sealed class TakingBack(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Applied = "SELECT coalesce(string_agg(version, ' ' ORDER BY id), '') FROM drawbridge.history WHERE state = 'applied'";

    [EndToEndFact(Needs.StandIn)]
    public async Task What_is_planned_is_deployed_undone_and_deployed_again()
    {
        await using var platform = await Platform.Start(postgres.Server);
        var project = platform.Databases.Project;
        var git = await GitRepository.Create(platform.RepositoryFolder);
        git.Write($"migrations/{platform.Databases.Root}/1_create.up.sql", $"CREATE DATABASE {project};\n");
        git.Write($"migrations/{project}/1_people.up.sql", "CREATE TABLE people (name text);\n");
        git.Write($"migrations/{project}/2_age.up.sql", "ALTER TABLE people ADD COLUMN age int;\n");
        git.Write($"migrations/{project}/2_age.down.sql", "ALTER TABLE people DROP COLUMN age;\n");
        git.Write($"migrations/{project}/3_age.up.sql", "CREATE INDEX CONCURRENTLY people_age ON people (age);\n");
        git.Write($"migrations/{project}/3_age.down.sql", "DROP INDEX CONCURRENTLY people_age;\n");
        var commit = await git.Commit("People");
        var push = GitHubEvent.Push(GitRepository.Main, commit, commit);

        // Before its database is there, and without a script in the bucket.
        var plan = await platform.Local.Plan(push, git.Folder);
        plan.ExitCode.ShouldBe(0, plan.Text);
        plan.Outputs["pending-count"].ShouldBe("4");
        platform.Local.Aws.Objects(LocalPlatform.Bucket, "migrations/").ShouldBeEmpty();
        (await platform.Deploy(push)).ExitCode.ShouldBe(0);
        await platform.ShouldAnswer(Applied, "1 2 3");

        var refused = await platform.Local.Undo(push, git.Folder, (project, "0"));
        refused.ExitCode.ShouldBe(1, refused.Text);
        refused.Annotations.ShouldHaveSingleItem().Title.ShouldBe("undo-missing");
        await platform.ShouldAnswer(Applied, "1 2 3");

        var undo = await platform.Local.Undo(push, git.Folder, (project, "1"));
        undo.ExitCode.ShouldBe(0, undo.Text);
        undo.Summary.ShouldContain("2 scripts taken back");
        var result = await platform.Newest();
        (result.Mode, result.From, result.To).ShouldBe((ReleaseMode.Undo, "3", "1"));
        await platform.ShouldAnswer(Applied, "1");
        await platform.ShouldAnswer("SELECT count(*) FROM information_schema.columns WHERE table_name = 'people'", 1L);

        var next = await platform.Local.Plan(push, git.Folder);
        (next.ExitCode, next.Outputs["pending-count"]).ShouldBe((0, "2"), next.Text);
        var again = await platform.Deploy(push);
        (again.ExitCode, again.Outputs["applied-count"]).ShouldBe((0, "2"), again.Text);
        await platform.ShouldAnswer(Applied, "1 2 3");
    }
}
