using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.LambdaFunction.Tests.Releases;

public sealed class AnsweringPlans(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task A_plan_is_answered_without_a_script_in_the_bucket_and_without_a_trace_in_the_database()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();

        var plan = await function.Plan(SampleReleases.Release(database, SampleReleases.Script(database, "1_users.up.sql", "CREATE TABLE users (id int);")));

        (plan!.Status, plan.Mode, plan.Applied, plan.Pending, plan.Error).ShouldBe((ResultStatus.Succeeded, ReleaseMode.Plan, 0, 1, null));
        plan.Scripts.ShouldHaveSingleItem().Status.ShouldBe(ScriptStatus.Pending);
        plan.Plan.ShouldNotBeNull();
        await using var connection = await postgres.Server.Connect(database);
        await using var question = new Npgsql.NpgsqlCommand("SELECT to_regnamespace('drawbridge') IS NULL AND to_regclass('users') IS NULL", connection);
        (await question.ExecuteScalarAsync()).ShouldBe(true);
    }

    [PostgresFact]
    public async Task The_same_event_twice_leaves_the_answer_that_somebody_has_read()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var release = SampleReleases.Release(database, SampleReleases.Script(database, "1_users.up.sql", "CREATE TABLE users (id int);"));
        await function.Plan(release);
        await using var connection = await postgres.Server.Connect(database);
        await using var change = new Npgsql.NpgsqlCommand("CREATE TABLE flyway_schema_history (a int)", connection);
        await change.ExecuteNonQueryAsync();

        (await function.Plan(release))!.Status.ShouldBe(ResultStatus.Succeeded);
    }

    [Fact]
    public async Task A_plan_for_a_database_out_of_reach_is_tried_again_by_the_platform()
    {
        await using var function = await LocalFunction.Start();
        var release = SampleReleases.Release("shopdb", SampleReleases.Script("shopdb", "1_users.up.sql", "SELECT 1;"));

        await Should.ThrowAsync<DrawbridgeException>(() => function.Plan(release));

        var plan = function.PlanOf("shopdb")!;
        (plan.Status, plan.Mode, plan.Error!.Code).ShouldBe((ResultStatus.Unavailable, ReleaseMode.Plan, "database-unreachable"));
    }

    private Task<LocalFunction> Start() => LocalFunction.Start(postgres.Server.Url("DB_NAME"));
}
