using System.Collections;
using Amazon.Lambda.RuntimeSupport;
using Drawbridge.Bucket;
using Drawbridge.LambdaFunction;
using Drawbridge.LambdaFunction.Doctor;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Problems;
using Drawbridge.LambdaFunction.Releases;
using Drawbridge.LambdaFunction.Settings;

var time = TimeProvider.System;
var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");

// Not Console.Out, which the runtime client replaces with a writer that puts its own words before each line.
await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var log = new JsonLog(output, time);

var settings = FunctionSettings.Read(environment);
log.Info(settings.Summary);
foreach (var flaw in settings.Flaws)
{
    log.Error(flaw);
}

var identity = FunctionIdentity.Read(environment);
var releases = new ReleaseHandler(settings, identity, time);
var examination = new Examination(
    () => FunctionSettings.Read(environment), S3Connection.Open, new PlatformChecks(environment), identity, time);
var host = new FunctionHost(settings, S3Connection.Open, releases, examination, log, time);
try
{
    using var bootstrap = LambdaBootstrapBuilder.Create(async (input, context) =>
    {
        using var body = new MemoryStream();
        await input.CopyToAsync(body);
        var answer = await host.Handle(body.GetBuffer().AsMemory(0, (int)body.Length), Invocation.Of(context, time));
        return new MemoryStream(answer.ToArray());
    }).Build();
    await bootstrap.RunAsync();
    return 0;
}
#pragma warning disable CA1031 // Do not catch general exception types: the client does not publish its own
catch (Exception exception)
#pragma warning restore CA1031
{
    log.Error(new RuntimeApiFailed(exception.Message));
    return 1;
}
