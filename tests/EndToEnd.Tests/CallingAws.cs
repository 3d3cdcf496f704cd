using System.Text.Encodings.Web;
using System.Text.Json;
using Drawbridge.LocalAws.Calls;
using Drawbridge.LocalAws.Faults;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.LocalEnvironment.Shop;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>
/// What the action and the function really call. The list is checked in beside the policies of the Terraform module,
/// which are compared with it: <c>DRAWBRIDGE_RECORD_CALLS=1</c> writes it anew.
/// </summary>
public sealed class CallingAws(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Secret = "login";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string File => Path.Combine(TestMachine.Repository, "terraform", "tests", "calls.json");

    [EndToEndFact(Needs.StandIn)]
    public async Task The_calls_are_those_that_the_policies_are_made_for()
    {
        var recorded = JsonSerializer.Serialize(await Record(), Readable) + "\n";
        if (TestMachine.Variables.ContainsKey("DRAWBRIDGE_RECORD_CALLS"))
        {
            await System.IO.File.WriteAllTextAsync(File, recorded);
        }

        (await System.IO.File.ReadAllTextAsync(File)).ShouldBe(recorded);
    }

    private async Task<SortedDictionary<string, IReadOnlyList<string>>> Record()
    {
        var folder = Directory.CreateTempSubdirectory("drawbridge-tests-");
        var root = await postgres.CreateDatabase("root");
        var databases = new ShopDatabases(root, $"shop_{root}");
        var options = new LocalPlatformOptions(await Published.Function, await Published.Action(), folder.FullName)
        {
            RootDatabase = databases.Root,
            DatabaseSecret = Secret,
            Lambda = new LambdaSettings { Timeout = TimeSpan.FromSeconds(16) },
        };
        await using var platform = await LocalPlatform.Start(options, postgres.Server);
        var repository = await ShopRepository.Create(Path.Combine(folder.FullName, "repository"), databases);

        await DeployTwice(platform, repository);
        await CorrectAScript(platform, repository);
        await RunOutOfTime(platform, repository, databases);
        await TakeBack(platform, repository, databases);
        await AskForAPlan(platform, repository);
        (await platform.Doctor()).ExitCode.ShouldBe(0);
        var callers = new Dictionary<string, string>
        {
            [platform.Aws.FunctionAccessKeyId] = "function",
            [platform.ActionVariables["AWS_ACCESS_KEY_ID"]] = "deploy",
            [LocalPlatform.PlanAccessKeyId] = "plan",
        };
        var calls = platform.Aws.Calls.ToLookup(
            call => callers[call.AccessKeyId], call => $"{call.Permission} {FolderOf(call.Resource)}");
        await postgres.Server.DropDatabase(databases.Project);
        folder.Delete(recursive: true);
        return new(calls.ToDictionary(
            caller => caller.Key, IReadOnlyList<string> (caller) => [.. caller.Distinct().Order(StringComparer.Ordinal)]));
    }

    /// <summary>The second time it reads what the first left.</summary>
    private static async Task DeployTwice(LocalPlatform platform, ShopRepository repository)
    {
        var head = await repository.Git.Revision("HEAD");
        var push = GitHubEvent.Push("main", head, head);
        var first = await OnceItWaits(
            platform,
            platform.ActionVariables["AWS_ACCESS_KEY_ID"],
            events: 1,
            () => platform.Deploy(push, repository.Git.Folder));
        first.ExitCode.ShouldBe(0, first.Text);
        (await platform.Deploy(push, repository.Git.Folder)).ExitCode.ShouldBe(0);
    }

    /// <summary>With one as long as before, so that only S3 can tell that it is another.</summary>
    private static async Task CorrectAScript(LocalPlatform platform, ShopRepository repository)
    {
        await repository.StartLoyalty();
        (await platform.Deploy(await repository.Merge("loyalty"), repository.Git.Folder)).ExitCode.ShouldBe(1);
        await repository.Git.StartBranch("correction");
        var script = Path.Combine(repository.Git.Folder, repository.Path(ShopRepository.BrokenScript));
        var text = await System.IO.File.ReadAllTextAsync(script);
        await System.IO.File.WriteAllTextAsync(script, text.Replace("customers", "users    ", StringComparison.Ordinal));
        await repository.Git.Commit("Reward users, as they are called");
        (await platform.Deploy(await repository.Merge("correction"), repository.Git.Folder)).ExitCode.ShouldBe(0);
    }

    /// <summary>More than one invocation's worth of scripts, each worth less.</summary>
    private static async Task RunOutOfTime(LocalPlatform platform, ShopRepository repository, ShopDatabases databases)
    {
        await repository.Git.StartBranch("slow");
        foreach (var version in Enumerable.Range(100, 6))
        {
            repository.Git.Write($"migrations/{databases.Project}/{version}_wait.up.sql", "SELECT pg_sleep(3);\n");
            repository.Git.Write($"migrations/{databases.Project}/{version}_wait.down.sql", "SELECT 1;\n");
        }

        await repository.Git.Commit("Take some time");
        var run = await platform.Deploy(await repository.Merge("slow"), repository.Git.Folder);
        run.ExitCode.ShouldBe(0, run.Text);
        platform.Results(databases.Project)[^1].Attempt.ShouldBeGreaterThan(1);
    }

    private static async Task TakeBack(LocalPlatform platform, ShopRepository repository, ShopDatabases databases)
    {
        var head = await repository.Git.Revision("HEAD");
        var push = GitHubEvent.Push("main", head, head);
        var run = await platform.Undo(push, repository.Git.Folder, (databases.Project, "103"));
        run.ExitCode.ShouldBe(0, run.Text);
        run.Summary.ShouldContain("2 scripts taken back");
    }

    /// <summary>As the job of a pull request does.</summary>
    private static async Task AskForAPlan(LocalPlatform platform, ShopRepository repository)
    {
        var head = await repository.Git.Revision("HEAD");
        var run = await OnceItWaits(
            platform,
            LocalPlatform.PlanAccessKeyId,
            events: 2,
            () => platform.Plan(GitHubEvent.Push("main", head, head), repository.Git.Folder));
        run.ExitCode.ShouldBe(0, run.Text);
    }

    /// <summary>
    /// Lets the function have its events only when somebody has looked for a result that is not there.
    /// </summary>
    /// <param name="platform">Where.</param>
    /// <param name="accessKeyId">Whose look counts.</param>
    /// <param name="events">How many events come at once.</param>
    /// <param name="action">What causes them.</param>
    private static async Task<ActionRun> OnceItWaits(
        LocalPlatform platform, string accessKeyId, int events, Func<Task<ActionRun>> action)
    {
        platform.Aws.Faults.Add(new EventFault(EventMishap.Overtaken) { Times = events });
        var run = action();
        while (!run.IsCompleted && !platform.Aws.Calls.Any(IsMissedResult))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        platform.Aws.Put(LocalPlatform.Bucket, "plans/overtakes.json", "{}");
        return await run;

        bool IsMissedResult(ObservedCall call) => call.AccessKeyId == accessKeyId
            && call.Permission == "s3:ListBucket"
            && call.Resource.StartsWith("results/", StringComparison.Ordinal);
    }

    /// <summary>What a policy would name: each folder of the bucket as a whole, and a secret.</summary>
    private static string FolderOf(string resource) =>
        resource.Split('/') is [var folder, _, ..] ? $"{folder}/*" : resource;
}
