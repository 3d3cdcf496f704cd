using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.LocalAws;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.LambdaFunction.Tests.Doctor;

public sealed class ExaminingAFunction(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Question = """{"schema":"drawbridge/doctor/1"}""";

    [PostgresFact]
    public async Task A_question_is_answered_to_who_waits()
    {
        await using var function = await LocalFunction.Start(postgres.Server.Url("DB_NAME"));

        var report = DoctorJson.TryRead(System.Text.Encoding.UTF8.GetBytes(await function.Send(Question))).ShouldNotBeNull();

        report.Function.Name.ShouldBe("drawbridge-test");
        report.Function.RequestId.ShouldBe("request-1");
        report.Checks.ShouldNotContain(check => check.Status == CheckStatus.Broken);
        report.Checks.Select(check => check.Name).ShouldContain("bucket-list");
        function.Log.ShouldContain("Doctor, database-login: ");
        function.Log.ShouldNotContain(postgres.Server.Password + "@");
    }

    [Fact]
    public async Task A_question_that_comes_as_a_notification_is_none()
    {
        await using var function = await LocalFunction.Start();
        var wrapped = new System.Text.Json.Nodes.JsonObject { ["Type"] = "Notification", ["Message"] = Question };

        (await function.Send(wrapped.ToJsonString())).ShouldBeEmpty();
        function.Log.ShouldContain("Ignored");
    }

    [Fact]
    public async Task Settings_with_a_flaw_are_each_told_and_the_rest_is_looked_at()
    {
        await using var aws = await Start();

        var report = await new Patient(aws.Endpoint) { Database = "" }.Examine();

        var broken = report.Checks.Where(check => check.Status == CheckStatus.Broken).ShouldHaveSingleItem();
        (broken.Name, broken.Code).ShouldBe(("settings", "setting-missing"));
        report.Checks.ShouldContain(check => check.Name == "bucket-list" && check.Status == CheckStatus.Fine);
        report.Checks.ShouldNotContain(check => check.Name.StartsWith("database"));
    }

    [Fact]
    public async Task Little_memory_and_little_time_deserve_a_look()
    {
        await using var aws = await Start();

        var report = await new Patient(aws.Endpoint) { Memory = "512", Limit = TimeSpan.FromMinutes(1) }.Examine();

        report.Checks.Where(check => check.Name is "memory" or "time-limit").Select(check => check.Status)
            .ShouldBe([CheckStatus.Warning, CheckStatus.Warning]);
    }

    [Fact]
    public async Task An_invocation_that_may_hardly_last_is_answered_all_the_same()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();

        var report = await new Patient($"http://{silent.LocalEndpoint}") { Limit = TimeSpan.FromSeconds(2) }.Examine();

        report.Checks.ShouldContain(check => check.Code == "bucket-unreachable");
        report.Checks.Sum(check => check.DurationMs).ShouldBeLessThan(60_000);
    }

    [PostgresFact]
    public async Task Each_database_with_scripts_is_looked_at_and_rights_count_where_scripts_are()
    {
        var (root, used) = (await postgres.CreateDatabase("root"), await postgres.CreateDatabase("used"));
        await using var powerless = await Role(used);
        await using var aws = await Start();
        aws.Put(LocalFunction.BucketName, $"migrations/{used}/1_a.up.sql", "SELECT 1;");
        aws.Put(LocalFunction.BucketName, "migrations/no_such_database/1_a.up.sql", "SELECT 1;");

        var report = await new Patient(aws.Endpoint) { Database = powerless.Url, RootDatabase = root }.Examine();

        report.Checks.Where(check => check.Name == "database-privileges")
            .Select(check => $"{check.Subject} {check.Status} {check.Code}")
            .ShouldBe(
                [$"{root} Warning privilege-missing", "no_such_database Broken database-missing", $"{used} Fine "],
                ignoreOrder: true);
    }

    private static Task<LocalAwsServer> Start() =>
        LocalAwsServer.Start(new LocalAwsOptions { Buckets = [LocalFunction.BucketName], SendTestEvent = false });

    private async Task<TemporaryRole> Role(string database)
    {
        var role = new TemporaryRole(postgres, $"migrator_{database}");
        await role.Execute($"CREATE ROLE {role.Name} LOGIN PASSWORD 'of-no-interest'");
        await role.Execute($"GRANT CREATE ON DATABASE {database} TO {role.Name}");
        return role;
    }

    private sealed class TemporaryRole(SharedPostgres postgres, string name) : IAsyncDisposable
    {
        public string Name => name;

        public string Url => $"postgres://{name}:of-no-interest@{postgres.Server.Host}:{postgres.Server.Port}/DB_NAME";

        public async Task Execute(string statement)
        {
            await using var connection = await postgres.Server.Connect("postgres");
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Execute($"REVOKE CREATE ON DATABASE {name["migrator_".Length..]} FROM {name}");
            await Execute($"DROP ROLE {name}");
        }
    }
}
