using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.LocalAws;
using Drawbridge.LocalAws.Faults;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Tests.Doctor;

/// <summary>S3 with one thing broken at a time. The database is always unreachable, and must not hide it.</summary>
public sealed class ExaminingTheBucket
{
    private static readonly string[] Permissions =
    [
        "bucket-list migrations/", "bucket-read migrations/", "bucket-read releases/", "bucket-read plans/",
        "bucket-read results/", "bucket-write results/", "bucket-write releases/",
    ];

    [Fact]
    public async Task A_bucket_that_answers_is_fine_and_nothing_is_written()
    {
        await using var aws = await Start();

        var checks = await OfBucket(new Patient(aws.Endpoint));

        checks.Select(check => check.Status).Distinct().ShouldBe([CheckStatus.Fine]);
        checks.Select(Named).ShouldBe(["bucket-credentials", "bucket-name", "bucket-connection", "clock", .. Permissions]);
        aws.Objects(LocalFunction.BucketName).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_without_an_address_is_broken_and_the_rest_is_not_looked_at() =>
        await ShouldBreak(new Patient("http://no-such-host.invalid"), "bucket-name", "bucket-unreachable");

    [Fact]
    public async Task A_closed_port_breaks_the_connection() =>
        await ShouldBreak(new Patient("http://127.0.0.1:1"), "bucket-connection", "bucket-unreachable");

    [Fact]
    public async Task Silence_is_said_within_ten_seconds_with_the_way_out()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var patient = new Patient($"http://{silent.LocalEndpoint}");
        var watch = Stopwatch.StartNew();

        var broken = await ShouldBreak(patient, "bucket-connection", "bucket-unreachable");

        broken.Remedy!.ShouldContain("add an S3 gateway endpoint to the subnet's route table");
        broken.DurationMs.ShouldBeLessThan(10_000);
        patient.Log.ShouldContain("gateway endpoint");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_bucket_that_goes_silent_after_the_first_answer_is_broken_once()
    {
        await using var aws = await Start();
        aws.Faults.Add(new StorageFault(StorageFailure.Silent) { Times = int.MaxValue });

        await ShouldBreak(new Patient(aws.Endpoint), "bucket-list", "bucket-unreachable");
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_broken_once()
    {
        await using var aws = await Start();

        await ShouldBreak(new Patient(aws.Endpoint) { Bucket = "another" }, "bucket-list", "bucket-missing");
    }

    [Fact]
    public async Task Credentials_that_are_missing_are_broken_once() => await ShouldBreak(
        new Patient("http://127.0.0.1:1") { Connect = () => throw new DrawbridgeException(new CredentialsMissing()) },
        "bucket-credentials",
        "credentials-missing");

    [Theory]
    [InlineData("PUT", "results/", "bucket-write results/", "s3:PutObject on 'results/*'")]
    [InlineData("PUT", "releases/", "bucket-write releases/", "s3:PutObject on 'releases/*'")]
    [InlineData("GET", "releases/", "bucket-read releases/", "s3:GetObject on 'releases/*'")]
    [InlineData("GET", "plans/", "bucket-read plans/", "s3:GetObject on 'plans/*'")]
    [InlineData("GET", "migrations/", "bucket-read migrations/", "s3:GetObject on 'migrations/*'")]
    public async Task A_permission_that_is_missing_is_named_and_hides_no_other(
        string method, string prefix, string name, string permission)
    {
        await using var aws = await Start();
        Deny(aws, method, prefix);

        var checks = await OfBucket(new Patient(aws.Endpoint));

        var broken = checks.Where(check => check.Status != CheckStatus.Fine).ShouldHaveSingleItem();
        (Named(broken), broken.Status, broken.Code).ShouldBe((name, CheckStatus.Broken, "bucket-denied"));
        broken.Remedy!.ShouldContain(permission);
    }

    [Fact]
    public async Task Everything_denied_is_told_for_each()
    {
        await using var aws = await Start();
        Deny(aws, method: null, prefix: "");

        var checks = await OfBucket(new Patient(aws.Endpoint));

        checks.Where(check => check.Code == "bucket-denied").Select(Named).ShouldBe(Permissions);
    }

    [Fact]
    public async Task A_clock_far_from_S3_s_is_broken()
    {
        await using var aws = await Start();

        var checks = await OfBucket(new Patient(aws.Endpoint) { Time = new ManualTime() });

        var broken = checks.Where(check => check.Status != CheckStatus.Fine).ShouldHaveSingleItem();
        (broken.Name, broken.Code).ShouldBe(("clock", "clock-skewed"));
    }

    private static Task<LocalAwsServer> Start() =>
        LocalAwsServer.Start(new LocalAwsOptions { Buckets = [LocalFunction.BucketName], SendTestEvent = false });

    private static void Deny(LocalAwsServer aws, string? method, string prefix) => aws.Faults.Add(
        new StorageFault(StorageFailure.Denied) { Method = method, KeyPrefix = prefix, Times = int.MaxValue });

    private static string Named(DoctorCheck check) => $"{check.Name} {check.Subject}".TrimEnd();

    private static async Task<IReadOnlyList<DoctorCheck>> OfBucket(Patient patient)
    {
        var report = await patient.Examine();
        report.Checks.ShouldContain(check => check.Name == "database-connection" && check.Code == "database-unreachable");
        return [.. report.Checks.SkipWhile(check => check.Name != "bucket-credentials")];
    }

    private static async Task<DoctorCheck> ShouldBreak(Patient patient, string name, string code)
    {
        var checks = await OfBucket(patient);
        var broken = checks.Where(check => check.Status == CheckStatus.Broken).ShouldHaveSingleItem();
        (broken.Name, broken.Code).ShouldBe((name, code), broken.Message);
        var place = checks.TakeWhile(check => check != broken).Count();
        checks.Take(place).ShouldAllBe(check => check.Status == CheckStatus.Fine);
        checks.Skip(place + 1).ShouldAllBe(check => check.Status == CheckStatus.Skipped || check.Name == "clock");
        patient.Log.ShouldContain($"\"code\":\"{code}\"");
        return broken;
    }
}
