using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.LocalAws.Faults;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.LambdaFunction.Tests.Releases;

/// <summary>The second script sleeps past the end of the invocation, until a table called calm is there.</summary>
public sealed class GoingOnInAnotherInvocation(SharedPostgres postgres) : IClassFixture<SharedPostgres>, IAsyncLifetime
{
    private const string First = "CREATE TABLE users (id int); SELECT pg_sleep(1.3);";
    private const string Second = "ALTER TABLE users ADD name text; SELECT pg_sleep(60) WHERE to_regclass('calm') IS NULL;";

    /// <summary>The run has three quarters of it, and the second script, which began late, less than that.</summary>
    private static readonly TimeSpan TooShort = TimeSpan.FromSeconds(6);

    private LocalFunction _function = null!;
    private string _database = "";

    private string Key => $"releases/{SampleReleases.Id}/{_database}.json";

    [PostgresFact]
    public async Task A_run_that_time_does_not_suffice_for_announces_its_release_again_and_goes_on()
    {
        await _function.Invoke(Key, TooShort);

        (ShouldContinue().FinishedAt, _function.Writes(Key)).ShouldBe((null, 2));
        await ShouldSucceedNext();
        _function.ResultOf(_database)!.Attempt.ShouldBe(2);
    }

    [PostgresFact]
    public async Task After_a_dozen_it_ends_before_the_platform_takes_it_for_a_loop()
    {
        var earlier = Results.StandingAnswers.Result(ResultStatus.Running, null) with { Database = _database, Attempt = 11, Continues = true };
        _function.Put($"results/{SampleReleases.Id}/{_database}.json", ResultJson.Write(earlier));

        await _function.Invoke(Key, TooShort);

        var result = _function.ResultOf(_database)!;
        (result.Status, result.Error!.Code, result.Attempt).ShouldBe((ResultStatus.Failed, "deadline-reached", 12));
        _function.Writes(Key).ShouldBe(1);
    }

    [PostgresFact]
    public async Task A_role_that_may_not_write_releases_is_an_answer_and_the_next_release_goes_on()
    {
        _function.Break(Fault(StorageFailure.Denied, times: 100));

        await _function.Invoke(Key, TooShort);

        var result = _function.ResultOf(_database)!;
        (result.Status, result.Continues, result.Error!.Code, result.FinishedAt is null).ShouldBe((ResultStatus.Failed, false, "continuation-failed", false));
        result.Error.Message.ShouldContain("AccessDenied");
        result.Error.Remedy.ShouldContain("s3:PutObject");
        _function.Writes(Key).ShouldBe(1);
        await ShouldSucceedNext();
    }

    [PostgresFact]
    public async Task A_bucket_that_fails_is_left_to_the_platforms_tries()
    {
        _function.Break(Fault(StorageFailure.SlowDown, times: 100));

        var exception = await Should.ThrowAsync<DrawbridgeException>(() => _function.Invoke(Key, TooShort));

        exception.Problem.Code.ShouldBe("release-unavailable");
        var result = _function.ResultOf(_database)!;
        (result.Status, result.Continues, result.Error!.Code).ShouldBe((ResultStatus.Unavailable, false, "continuation-failed"));
        await ShouldSucceedNext();
    }

    [PostgresFact]
    public async Task A_condition_that_was_lost_to_nobody_is_tried_again()
    {
        _function.Break(Fault(StorageFailure.ConditionLost, times: 2));

        await _function.Invoke(Key, TooShort);

        ShouldContinue();
        _function.Writes(Key).ShouldBe(2);
        await ShouldSucceedNext();
    }

    [PostgresFact]
    public async Task A_release_that_others_keep_writing_is_left_to_the_platforms_tries()
    {
        _function.Break(Fault(StorageFailure.ConditionLost, times: 100));

        await Should.ThrowAsync<DrawbridgeException>(() => _function.Invoke(Key, TooShort));

        (_function.ResultOf(_database)!.Status, _function.Writes(Key)).ShouldBe((ResultStatus.Unavailable, 1));
        await ShouldSucceedNext();
    }

    [PostgresFact]
    public async Task A_release_that_was_changed_meanwhile_belongs_to_whoever_did_that()
    {
        var run = _function.Invoke(Key, TooShort);
        _function.Put(Key, "{}");
        await run;

        ShouldContinue();
        _function.Writes(Key).ShouldBe(2);
    }

    [PostgresFact]
    public async Task A_release_that_was_deleted_meanwhile_ends()
    {
        var run = _function.Invoke(Key, TooShort);
        await _function.S3.DeleteObjectAsync(LocalFunction.BucketName, Key);
        await run;

        var result = _function.ResultOf(_database)!;
        (result.Status, result.Continues, result.Error!.Code).ShouldBe((ResultStatus.Failed, false, "continuation-failed"));
        result.Error.Message.ShouldContain("deleted");
    }

    public async Task InitializeAsync()
    {
        if (!postgres.IsThere)
        {
            return;
        }

        _function = await LocalFunction.Start(postgres.Server.Url("DB_NAME"));
        _database = await postgres.CreateDatabase();
        _function.Put($"migrations/{_database}/1_users.up.sql", First);
        _function.Put($"migrations/{_database}/2_names.up.sql", Second);
        var release = SampleReleases.Release(
            _database,
            SampleReleases.Script(_database, "1_users.up.sql", First),
            SampleReleases.Script(_database, "2_names.up.sql", Second));
        _function.Put(Key, ReleaseJson.Write(release));
    }

    public async Task DisposeAsync() => await (_function?.DisposeAsync() ?? ValueTask.CompletedTask);

    private static StorageFault Fault(StorageFailure failure, int times) => new(failure) { Method = "PUT", KeyPrefix = "releases/", Times = times };

    private Result ShouldContinue()
    {
        var result = _function.ResultOf(_database)!;
        (result.Status, result.Continues, result.Error).ShouldBe((ResultStatus.Running, true, null));
        return result;
    }

    private async Task ShouldSucceedNext()
    {
        await using var connection = await postgres.Server.Connect(_database);
        await using var calm = new NpgsqlCommand("CREATE TABLE calm ()", connection);
        await calm.ExecuteNonQueryAsync();

        await _function.Invoke(Key);

        var result = _function.ResultOf(_database)!;
        (result.Status, result.Applied, result.From, result.To).ShouldBe((ResultStatus.Succeeded, 2, null, "2"));
        await using var history = new NpgsqlCommand("SELECT string_agg(version || state, ' ' ORDER BY id) FROM drawbridge.history", connection);
        (await history.ExecuteScalarAsync()).ShouldBe("1applied 2applied");
    }
}
