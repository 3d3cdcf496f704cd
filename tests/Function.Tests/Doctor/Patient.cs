using Amazon.S3;
using Drawbridge.LambdaFunction.Doctor;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Settings;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Tests.Doctor;

/// <summary>A function with these settings and this S3, to be examined.</summary>
internal sealed class Patient(string endpoint)
{
    public string Database { get; init; } = LocalFunction.ClosedPort;

    public string Bucket { get; init; } = LocalFunction.BucketName;

    public string RootDatabase { get; init; } = "postgres";

    public string Memory { get; init; } = "1024";

    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(15);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Func<IAmazonS3>? Connect { get; init; }

    /// <summary>What the log says, after an examination.</summary>
    public string Log { get; private set; } = "";

    public async Task<DoctorReport> Examine()
    {
        var environment = new Dictionary<string, string>
        {
            ["BUCKET"] = Bucket,
            ["DATABASE"] = Database,
            ["ROOT_DATABASE"] = RootDatabase,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "drawbridge-test",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = Memory,
        };
        using var s3 = LocalFunction.Client(endpoint);
        var examination = new Examination(
            () => FunctionSettings.Read(environment),
            _ => Task.FromResult(Connect?.Invoke() ?? s3),
            new PlatformChecks(environment),
            FunctionIdentity.Read(environment),
            Time);
        var now = Time.GetUtcNow();
        await using var log = new StringWriter();
        var report = await examination.Run(
            new Invocation("request-1", "stream-1", now, now + Limit), new JsonLog(log, Time));
        Log = log.ToString();
        return report;
    }
}
