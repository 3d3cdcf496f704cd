using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

public sealed class RequiringSomething(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [EndToEndFact(Needs.StandIn)]
    public async Task Script_waits_red_on_its_line_until_what_it_requires_is_true()
    {
        await using var platform = await Platform.Start(postgres.Server);
        var project = platform.Databases.Project;
        var git = await GitRepository.Create(platform.RepositoryFolder);
        git.Write($"migrations/{platform.Databases.Root}/1_create.up.sql", $"CREATE DATABASE {project};\n");
        git.Write($"migrations/{project}/1_people.up.sql", "CREATE TABLE people (name text);\nINSERT INTO people VALUES ('a'), ('a');\n");
        git.Write(
            $"migrations/{project}/2_unique.up.sql",
            "-- drawbridge: require NOT EXISTS (SELECT FROM people GROUP BY name HAVING count(*) > 1)\nCREATE UNIQUE INDEX CONCURRENTLY people_name ON people (name);\n");
        var commit = await git.Commit("People");
        var push = GitHubEvent.Push(GitRepository.Main, commit, commit);

        var refused = await platform.Deploy(push);
        refused.ExitCode.ShouldBe(1, refused.Text);
        var annotation = refused.Annotations.ShouldHaveSingleItem();
        (annotation.Title, annotation.File, annotation.Line, annotation.Column).ShouldBe(("requirement-not-met", $"migrations/{project}/2_unique.up.sql", 1, 24));
        await platform.ShouldHaveApplied(1);
        await platform.Execute("DELETE FROM people WHERE ctid = '(0,1)'");

        var again = await platform.Deploy(push);
        again.ExitCode.ShouldBe(0, again.Text);
        await platform.ShouldHaveApplied(2);
    }
}
