using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Shop;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>An account is whatever the SDK finds: here one more stand-in, which gets no better treatment than AWS would.</summary>
public sealed class ReachingAnAccount(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task The_same_change_is_shipped_through_it_time_and_again()
    {
        var folder = Directory.CreateTempSubdirectory("drawbridge-tests-");
        var root = await postgres.CreateDatabase("root");
        var action = await Published.Action();
        var options = new LocalPlatformOptions(await Published.Function, action, folder.FullName) { RootDatabase = root, Prefix = "e2e/" };
        await using (var aws = await LocalPlatform.Start(options, postgres.Server))
        {
            var environment = new Dictionary<string, string>(aws.ActionVariables)
            {
                [AwsAccount.Variable] = $"bucket={LocalPlatform.Bucket};function=drawbridge;prefix=e2e/;root={root}",
            };
            await Ship(AwsAccount.Read(environment)!, hasDatabase: false);
            // A user's own keys come without one.
            environment.Remove("AWS_SESSION_TOKEN");
            environment[AwsAccount.DatabaseVariable] = postgres.Server.Url("postgres");
            await Ship(AwsAccount.Read(environment)!, hasDatabase: true);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Names_what_it_needs()
    {
        var account = AwsAccount.Read(new Dictionary<string, string>
        {
            [AwsAccount.Variable] = "bucket=acme-migrations; function=drawbridge; prefix=test/",
            ["AWS_PROFILE"] = "acme",
            ["PATH"] = "/bin",
        })!;

        (account.Bucket, account.Function, account.Prefix, account.Root, account.DatabaseUrl)
            .ShouldBe(("acme-migrations", "drawbridge", "test/", "postgres", null));
        account.Variables.ShouldBe([new("AWS_PROFILE", "acme")]);
    }

    [Theory]
    [InlineData("acme-migrations")]
    [InlineData("bucket=acme-migrations")]
    [InlineData("bucket=acme-migrations;function=drawbridge;perfix=test/")]
    public void That_is_named_badly_is_an_error_that_shows_how(string text)
    {
        var read = () => AwsAccount.Read(new Dictionary<string, string> { [AwsAccount.Variable] = text });
        read.ShouldThrow<LocalEnvironmentException>().Message.ShouldContain("bucket=<name>;function=<name>");
    }

    [Fact]
    public void That_nobody_names_is_this_machine() => AwsAccount.Read(new Dictionary<string, string>()).ShouldBeNull();

    private static async Task Ship(AwsAccount account, bool hasDatabase)
    {
        await using var platform = await Platform.At(account);
        platform.HasDatabase.ShouldBe(hasDatabase);
        var repository = await ShopRepository.Create(platform.RepositoryFolder, platform.Databases);
        await repository.CorrectOrders();
        var run = await platform.Deploy(await repository.Merge("orders"));
        run.ExitCode.ShouldBe(0, run.Text);
        var result = await platform.Newest();
        (result.Status, result.Applied).ShouldBe((ResultStatus.Succeeded, 7));
        await platform.ShouldHaveApplied(7);
    }
}
