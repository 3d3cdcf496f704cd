using Drawbridge.LocalAws.Faults;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

public sealed class AskingTheDoctor(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [EndToEndFact(Needs.StandIn)]
    public async Task A_function_answers_how_it_is_before_and_after_something_breaks()
    {
        await using var platform = await Platform.Start(postgres.Server);

        var healthy = await platform.Local.Doctor();
        healthy.ExitCode.ShouldBe(0, healthy.Text);
        healthy.Text.ShouldContain($"fine    root-database {platform.Databases.Root}: ");
        healthy.Text.ShouldContain("fine    bucket-write results/: ");
        platform.Local.Aws.Objects(LocalEnvironment.LocalPlatform.Bucket).ShouldBeEmpty();

        var denied = new StorageFault(StorageFailure.Denied) { Method = "PUT", KeyPrefix = "results/", Times = int.MaxValue };
        platform.Local.Aws.Faults.Add(denied);
        var broken = await platform.Local.Doctor();
        broken.ExitCode.ShouldBe(1, broken.Text);
        var error = broken.Annotations.Where(annotation => annotation.Level == "error").ShouldHaveSingleItem();
        error.Title.ShouldBe("bucket-denied");
        error.Message.ShouldContain("s3:PutObject on 'results/*'");
        broken.Text.ShouldContain("fine    bucket-write releases/: ");
        platform.Local.Aws.FunctionLog.ShouldContain(line => line.Text.Contains("\"code\":\"bucket-denied\""));
    }
}
