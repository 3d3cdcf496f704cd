using Drawbridge.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>The workflows of the documentation, which <c>init</c> writes too.</summary>
public sealed class ShowingWorkflows
{
    private const string Ours = "drawbridge/drawbridge@v0";

    public static TheoryData<string> Each() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(TestMachine.Repository, "docs"), "example-*.yml")
            .Select(file => Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(Each))]
    public void The_action_knows_their_inputs_and_the_command_is_said(string file)
    {
        var ours = Steps(file).Where(step => Text(step, "uses") == Ours).ToList();
        ours.ShouldNotBeEmpty();
        foreach (var step in ours)
        {
            var inputs = ((YamlMappingNode)step["with"]).Children.Keys.Select(key => $"{key}").ToList();
            inputs.ShouldBeSubsetOf(ActionDefinition.Inputs.Keys);
            inputs.ShouldContain("command");
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void What_others_wrote_is_pinned(string file) =>
        Steps(file).Select(step => Text(step, "uses")).Where(action => action != Ours)
            .ShouldAllBe(action => action.Split('@', 2)[1].Length == 40);

    [Theory]
    [InlineData("example-deploy.yml")]
    [InlineData("example-undo.yml")]
    [InlineData("example-promotion.yml")]
    public void A_job_that_follows_a_release_is_never_cut_off(string file)
    {
        var workflow = Workflow(file);
        foreach (var job in Jobs(file))
        {
            var concurrency = (job.Value.Children.ContainsKey("concurrency") ? job.Value : workflow)["concurrency"];
            Text((YamlMappingNode)concurrency, "cancel-in-progress").ShouldBe("false");
        }
    }

    [Fact]
    public void Production_waits_for_staging_and_looks_back_at_it()
    {
        var jobs = Jobs("example-promotion.yml").ToDictionary(job => $"{job.Key}", job => job.Value);

        jobs.Keys.ShouldBe(["staging", "production"]);
        jobs.ShouldAllBe(job => Text(job.Value, "environment") == job.Key);
        Text(jobs["production"], "needs").ShouldBe("staging");
        var deploy = ((YamlSequenceNode)jobs["production"]["steps"]).Cast<YamlMappingNode>()
            .Single(step => Text(step, "uses") == Ours);
        Text((YamlMappingNode)deploy["with"], "previous-bucket").ShouldNotBeEmpty();
    }

    private static IEnumerable<YamlMappingNode> Steps(string file) =>
        Jobs(file).SelectMany(job => ((YamlSequenceNode)job.Value["steps"]).Cast<YamlMappingNode>());

    private static IEnumerable<KeyValuePair<YamlNode, YamlMappingNode>> Jobs(string file) =>
        ((YamlMappingNode)Workflow(file)["jobs"]).Children
            .Select(job => KeyValuePair.Create(job.Key, (YamlMappingNode)job.Value));

    private static YamlMappingNode Workflow(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(Path.Combine(TestMachine.Repository, "docs", file));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? $"{value}" : "";
}
