using System.Globalization;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.LambdaFunction.Tests.Releases;

public sealed class ApplyingReleases(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Users = "CREATE TABLE users (id int);";
    private const string Names = "ALTER TABLE users ADD name text;";

    [PostgresFact]
    public async Task Pending_scripts_are_applied_and_the_result_says_so()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var result = await function.Deliver(Release(function, database, ("1_users.up.sql", Users), ("2_names.up.sql", Names)));
        result.ShouldNotBeNull();
        (result.Status, result.Applied, result.Pending, result.To).ShouldBe((ResultStatus.Succeeded, 2, 0, "2"));
        (result.Function.Name, result.Function.RequestId, result.Function.LogStream).ShouldBe(("drawbridge-test", "request-1", "stream-1"));
        (await Columns(database)).ShouldBe(2);
        function.Log.ShouldContain($"\"script\":\"migrations/{database}/2_names.up.sql\"");
        function.Log.ShouldNotContain("ALTER TABLE");
    }

    [PostgresFact]
    public async Task The_same_event_again_runs_nothing_and_leaves_the_result_alone()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var release = Release(function, database, ("1_users.up.sql", Users));
        await function.Deliver(release);
        var writes = function.Writes(ResultKey(database));
        var again = await function.Deliver(release);
        (again!.Status, again.Attempt, function.Writes(ResultKey(database))).ShouldBe((ResultStatus.Succeeded, 1, writes));
    }

    [PostgresFact]
    public async Task The_event_of_a_failed_release_again_keeps_the_reason_of_its_failure()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var release = Release(function, database, ("1_users.up.sql", "CREATE TABLE users (id int); SELECT no_such_column FROM users;"));
        var first = await function.Deliver(release);
        (first!.Status, first.Error!.Code, first.Error.Line).ShouldBe((ResultStatus.Failed, "statement-failed", 1));
        (await function.Deliver(release))!.Error.ShouldBe(first.Error);
        (await Columns(database)).ShouldBe(0);
    }

    [PostgresFact]
    public async Task The_same_event_twice_at_once_runs_once_and_leaves_the_answer_of_the_one_that_ran()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var release = Release(function, database, ("1_users.up.sql", Users), ("2_slow.up.sql", "SELECT pg_sleep(1);"));
        await Task.WhenAll(function.Deliver(release), function.Deliver(release));
        var result = function.ResultOf(database);
        (result!.Status, result.Applied, result.From, result.To).ShouldBe((ResultStatus.Succeeded, 2, null, "2"));
        result.Scripts.ShouldAllBe(script => script.DurationMs != null);
    }

    [PostgresFact]
    public async Task A_lost_result_is_written_again_without_running_anything()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var release = Release(function, database, ("1_users.up.sql", Users));
        await function.Deliver(release);
        await function.S3.DeleteObjectAsync(LocalFunction.BucketName, ResultKey(database));
        var again = await function.Deliver(release);
        (again!.Status, again.Applied).ShouldBe((ResultStatus.Succeeded, 1));
    }

    [PostgresFact]
    public async Task A_lost_result_of_a_failure_is_written_again_with_its_reason()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var release = Release(function, database, ("1_users.up.sql", Users), ("2_bad.up.sql", "SELECT no_such_column FROM users;"));
        var first = await function.Deliver(release);
        await function.S3.DeleteObjectAsync(LocalFunction.BucketName, ResultKey(database));
        var again = await function.Deliver(release);
        (again!.Status, again.Error, again.Applied, again.Pending).ShouldBe((ResultStatus.Failed, first!.Error, 1, 1));
    }

    [PostgresFact]
    public async Task A_script_whose_bytes_changed_is_refused_and_nothing_is_applied()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var release = Release(function, database, ("1_users.up.sql", Users), ("2_names.up.sql", Names));
        function.Put($"migrations/{database}/2_names.up.sql", Names.Replace("name", "nick", StringComparison.Ordinal));
        var result = await function.Deliver(release);
        (result!.Status, result.Error!.Code, result.Error.Script)
            .ShouldBe((ResultStatus.Refused, "hash-mismatch", $"migrations/{database}/2_names.up.sql"));
        (await Columns(database)).ShouldBe(0);
    }

    [PostgresFact]
    public async Task A_script_that_is_no_text_is_refused_and_nothing_is_applied()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        byte[] bytes = [.. "SELECT '"u8, 0xFF, .. "'"u8];
        var release = Release(function, database, ("1_users.up.sql", Users), ("2_names.up.sql", Names));
        function.Put($"migrations/{database}/2_names.up.sql", bytes);
        var named = release.Scripts[1] with { Sha256 = Checksum.OfBytes(bytes), Size = bytes.Length };
        var result = await function.Deliver(release with { Scripts = [release.Scripts[0], named] });
        (result!.Status, result.Error!.Code).ShouldBe((ResultStatus.Refused, "file-hygiene"));
        (await Columns(database)).ShouldBe(0);
    }

    [PostgresFact]
    public async Task The_version_that_a_release_names_is_the_one_that_is_applied()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var key = $"migrations/{database}/1_users.up.sql";
        var release = Release(function, database, ("1_users.up.sql", Users));
        var named = await function.Bucket.Read(key, versionId: null, CancellationToken.None);
        function.Put(key, "CREATE TABLE others (id int);");
        var result = await function.Deliver(release with { Scripts = [release.Scripts[0] with { S3VersionId = named!.VersionId }] });
        (result!.Status, await Columns(database)).ShouldBe((ResultStatus.Succeeded, 1));
    }

    [PostgresFact]
    public async Task A_script_that_is_not_there_is_refused()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var result = await function.Deliver(SampleReleases.Release(database, SampleReleases.Script(database, "1_users.up.sql", Users)));
        (result!.Status, result.Error!.Code).ShouldBe((ResultStatus.Refused, "script-missing"));
    }

    [PostgresFact]
    public async Task A_run_stops_before_the_invocation_is_killed_and_says_so()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var release = Release(function, database, ("1_users.up.sql", Users), ("2_slow.up.sql", "SELECT pg_sleep(60);"));
        var key = $"releases/{SampleReleases.Id}/{database}.json";
        function.Put(key, System.Text.Encoding.UTF8.GetString(ReleaseJson.Write(release)));
        Result? result;
        do
        {
            // What did not have nearly the whole time goes on: on a slow machine, that may be so.
            await function.Invoke(key, TimeSpan.FromSeconds(10));
            result = function.ResultOf(database);
        }
        while (result!.Continues);

        (result.Status, result.Error!.Code, result.Applied).ShouldBe((ResultStatus.Failed, "deadline-reached", 1));
        result.DurationMs.ShouldBeLessThan(50_000);
    }

    private static string ResultKey(string database) => $"results/{SampleReleases.Id}/{database}.json";

    private static Release Release(LocalFunction function, string database, params (string FileName, string Sql)[] scripts)
    {
        foreach (var (fileName, sql) in scripts)
        {
            function.Put($"migrations/{database}/{fileName}", sql);
        }

        return SampleReleases.Release(database, [.. scripts.Select(script => SampleReleases.Script(database, script.FileName, script.Sql))]);
    }

    private Task<LocalFunction> Start() => LocalFunction.Start(postgres.Server.Url("DB_NAME"));

    private async Task<int> Columns(string database)
    {
        await using var connection = await postgres.Server.Connect(database);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM information_schema.columns WHERE table_name = 'users'", connection);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
