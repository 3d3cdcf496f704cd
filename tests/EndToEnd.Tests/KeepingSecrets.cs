using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>Rows hold a word that no script shows. Whatever fails over them, nobody reads it, nor a password or token.</summary>
public sealed class KeepingSecrets(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string RowValue = "sw0rdfish";

    private static readonly string[] Failures =
    [
        "ALTER TABLE people ALTER COLUMN name TYPE integer USING name::integer;\n",
        "ALTER TABLE people ADD CONSTRAINT one_of_each UNIQUE (name);\n",
        "DO $$ BEGIN RAISE NOTICE 'row %', (SELECT name FROM people LIMIT 1); RAISE EXCEPTION 'row %', (SELECT name FROM people LIMIT 1); END $$;\n",
        "SELECT to_tsquery(name || ' |') FROM people;\n",
        "DO $$ DECLARE one text; BEGIN FOR one IN SELECT name FROM people LOOP EXECUTE 'SELECT ' || one; END LOOP; END $$;\n",
        "CREATE UNIQUE INDEX CONCURRENTLY one_of_each ON people (name);\n",
        "COPY people FROM stdin;\nx\ty\tz\n\\.\n",
    ];

    [EndToEndFact(Needs.StandIn)]
    public async Task Whatever_fails_says_nothing_of_rows_passwords_and_tokens()
    {
        await using var platform = await Platform.Start(postgres.Server);
        var git = await GitRepository.Create(platform.RepositoryFolder);
        git.Write($"migrations/{platform.Databases.Root}/1_create.up.sql", $"CREATE DATABASE {platform.Databases.Project};\n");
        git.Write($"migrations/{platform.Databases.Project}/1_people.up.sql", "CREATE TABLE people (name text);\n");
        (await Deploy(platform, git)).ExitCode.ShouldBe(0);
        await platform.Execute($"INSERT INTO people VALUES ('{RowValue}'), ('{RowValue}')");

        foreach (var sql in Failures)
        {
            git.Write($"migrations/{platform.Databases.Project}/2_fails.up.sql", sql);
            var run = await Deploy(platform, git);
            run.ExitCode.ShouldBe(1, run.Text);
            run.Annotations.ShouldNotBeEmpty(sql);
            AllTexts(platform, run).ShouldAllBe(text => !Secrets(platform).Any(secret => text.Contains(secret)), sql);
        }
    }

    private static async Task<ActionRun> Deploy(Platform platform, GitRepository git)
    {
        var commit = await git.Commit("A change");
        return await platform.Deploy(GitHubEvent.Push(GitRepository.Main, commit, commit));
    }

    private string[] Secrets(Platform platform) =>
        [RowValue, postgres.Server.Password, platform.Local.ActionVariables["AWS_SESSION_TOKEN"], platform.Local.ActionVariables["AWS_SECRET_ACCESS_KEY"]];

    private static IEnumerable<string> AllTexts(Platform platform, ActionRun run) =>
    [
        run.Text,
        run.Summary,
        .. run.Annotations.Select(annotation => $"{annotation}"),
        .. run.Outputs.Select(output => $"{output}"),
        .. platform.Local.Aws.FunctionLog.Select(line => line.Text),
        .. platform.Local.Aws.Objects(LocalPlatform.Bucket, "results/")
            .SelectMany(result => platform.Local.Aws.Versions(LocalPlatform.Bucket, result.Key)).Select(version => version.Text),
    ];
}
