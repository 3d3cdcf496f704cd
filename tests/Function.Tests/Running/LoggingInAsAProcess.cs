using System.Text;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.LocalAws;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Drawbridge.Tests.Shared.Tls;

namespace Drawbridge.LambdaFunction.Tests.Running;

/// <summary>The built assembly with a login that its settings do not hold.</summary>
public sealed class LoggingInAsAProcess(TlsPostgres postgres) : IClassFixture<TlsPostgres>
{
    private const string Bucket = "acme";
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!db-1a2b-AbCdEf";

    [PostgresFact]
    public async Task A_secret_is_read_once_and_again_after_a_rotation()
    {
        await CreateRole("rotated", "first-passw0rd");
        var database = await postgres.Server.CreateDatabase();
        var place = $"postgres://{postgres.Server.Host}:{postgres.Server.Port}/DB_NAME";
        await using var aws = await Start(new() { ["DATABASE"] = place, ["DATABASE_SECRET"] = Secret });
        aws.PutSecret(Secret, """{"username":"rotated","password":"first-passw0rd"}""");

        (await Deploy(aws, database, 1)).Error.ShouldBeNull();
        (await Deploy(aws, database, 2)).Error.ShouldBeNull();
        aws.SecretReads.ShouldBe(1);

        await postgres.Execute("ALTER ROLE rotated PASSWORD 'second-passw0rd'");
        var early = await Deploy(aws, database, 3);
        (early.Status, early.Error!.Code).ShouldBe((ResultStatus.Refused, "database-login-failed"));
        early.Error.Remedy.ShouldContain(Secret);

        aws.PutSecret(Secret, """{"username":"rotated","password":"second-passw0rd"}""");
        (await Deploy(aws, database, 4)).Error.ShouldBeNull();
        (await Deploy(aws, database, 5)).Error.ShouldBeNull();
        aws.SecretReads.ShouldBe(3);
        aws.FunctionLog.Select(line => line.Stream).Distinct().Count().ShouldBe(1, "it should be one process");
        ShouldHide(aws, "passw0rd");
    }

    [PostgresFact]
    public async Task A_rotation_template_s_secret_also_tells_the_place()
    {
        await CreateRole("templated", "first-passw0rd");
        await postgres.Show(postgres.Authority.Sign("localhost"));
        var database = await postgres.Server.CreateDatabase();
        await using var aws = await Start(new() { ["DATABASE_SECRET"] = "shop/migrator" }, postgres.Authority.Pem);
        aws.PutSecret(
            "shop/migrator",
            $$"""
            {
              "engine": "postgres", "host": "localhost", "port": "{{postgres.Server.Port}}", "dbname": "postgres",
              "username": "templated", "password": "first-passw0rd"
            }
            """);

        (await Deploy(aws, database, 1)).Error.ShouldBeNull();
        ShouldHide(aws, "passw0rd");
    }

    [PostgresFact]
    public async Task Certificates_beside_the_function_are_the_ones_that_count()
    {
        await postgres.Show(postgres.Authority.Sign("localhost"));
        var database = await postgres.Server.CreateDatabase();
        var url = postgres.Server.Url("DB_NAME", "localhost", postgres.Server.Port);
        var settings = new Dictionary<string, string> { ["DATABASE"] = $"{url}?sslmode=verify-full" };
        await using (var right = await Start(settings, postgres.Stranger.Pem + postgres.Authority.Pem))
        {
            (await Deploy(right, database, 1)).Error.ShouldBeNull();
        }

        await using var wrong = await Start(settings, postgres.Stranger.Pem);
        var refused = await Deploy(wrong, database, 2);
        (refused.Status, refused.Error!.Code).ShouldBe((ResultStatus.Refused, "database-certificate-untrusted"));
        refused.Error.Message.ShouldContain("rds-certificates.pem");
    }

    [Fact]
    public async Task A_secret_that_is_missing_is_answered_and_not_tried_again()
    {
        const string ClosedPort = "postgres://127.0.0.1:1/DB_NAME";
        await using var aws = await Start(new() { ["DATABASE"] = ClosedPort, ["DATABASE_SECRET"] = Secret });

        var result = await Deploy(aws, "shopdb", 1);
        (result.Status, result.Error!.Code).ShouldBe((ResultStatus.Refused, "secret-missing"));
    }

    private static void ShouldHide(LocalAwsServer aws, string secret)
    {
        aws.FunctionLog.ShouldAllBe(line => !line.Text.Contains(secret));
        aws.Objects(Bucket, "results/").SelectMany(result => aws.Versions(Bucket, result.Key))
            .ShouldAllBe(version => !version.Text.Contains(secret));
    }

    /// <summary>Starts it from a folder of its own when there is to be a file of certificates in it.</summary>
    private async Task<LocalAwsServer> Start(Dictionary<string, string> settings, string? certificates = null)
    {
        var assembly = certificates is null ? FunctionAssembly.Location : Unpack(certificates);
        settings["BUCKET"] = Bucket;
        return await LocalAwsServer.Start(new LocalAwsOptions
        {
            Buckets = [Bucket],
            Function = new FunctionCommand("dotnet", ["exec", assembly], settings),
            Lambda = new LambdaSettings { Concurrency = 1, RetryDelays = [], InitTimeout = TimeSpan.FromSeconds(60) },
        });
    }

    private string Unpack(string certificates)
    {
        var folder = postgres.CreateFolder();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(FunctionAssembly.Location)!))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(folder, "rds-certificates.pem"), certificates);
        return Path.Combine(folder, Path.GetFileName(FunctionAssembly.Location));
    }

    private Task CreateRole(string name, string password) =>
        postgres.Execute($"CREATE ROLE {name} LOGIN SUPERUSER PASSWORD '{password}'");

    private static async Task<Result> Deploy(LocalAwsServer aws, string database, int number)
    {
        var id = $"20261122T11040{number}Z-1a2b3c4-1";
        var script = SampleReleases.Script(database, "1_users.up.sql", "CREATE TABLE users (id int);");
        aws.Put(Bucket, script.Key, "CREATE TABLE users (id int);");
        var release = SampleReleases.Release(database, script) with { Id = id };
        aws.Put(Bucket, $"releases/{id}/{database}.json", Encoding.UTF8.GetString(ReleaseJson.Write(release)));
        await aws.Settled();
        return ResultJson.TryRead(aws.Objects(Bucket, $"results/{id}/").Single().Content.Span).ShouldNotBeNull();
    }
}
