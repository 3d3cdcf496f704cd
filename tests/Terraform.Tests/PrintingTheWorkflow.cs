using Drawbridge.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace Drawbridge.Terraform.Tests;

public sealed class PrintingTheWorkflow
{
    [TerraformTheory]
    [InlineData(Situation.EverythingNew, "validate plan deploy")]
    [InlineData(Situation.ExistingNetwork, "validate plan deploy")]
    [InlineData(Situation.IamLogin, "validate plan deploy")]
    [InlineData(Situation.Promotion, "validate plan deploy")]
    [InlineData(Situation.Uploads, "validate")]
    public async Task It_has_the_jobs_that_the_trigger_needs(string name, string jobs) =>
        string.Join(' ', Jobs(await Situation.Of(name)).Select(job => job.Key)).ShouldBe(jobs);

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_action_knows_its_inputs(string name)
    {
        var known = Keys(Yaml(await File.ReadAllTextAsync(Repository.PathOf("action.yml")))["inputs"]);
        foreach (var step in Steps(await Situation.Of(name)).Where(IsOurs))
        {
            Keys(step["with"]).ShouldBeSubsetOf(known);
        }
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task What_others_wrote_is_pinned(string name) =>
        Steps(await Situation.Of(name)).Where(step => !IsOurs(step))
            .ShouldAllBe(step => Text(step, "uses").Split('@', 2)[1].Length == 40);

    [TerraformFact]
    public async Task Each_job_takes_its_own_role()
    {
        var situation = await Situation.Of(Situation.EverythingNew);
        var roles = Jobs(situation).ToDictionary(
            job => job.Key,
            job => string.Concat(Steps(job.Value)
                .Select(step => step.Children.TryGetValue("with", out var with) ? Text(with, "role-to-assume") : "")));
        roles.ShouldBe(new Dictionary<string, string>
        {
            ["validate"] = "",
            ["plan"] = situation["aws_iam_role.plan"].Text("arn"),
            ["deploy"] = situation["aws_iam_role.deploy"].Text("arn"),
        });
    }

    private static bool IsOurs(YamlNode step) => Text(step, "uses").StartsWith("drawbridge/", StringComparison.Ordinal);

    private static IEnumerable<YamlMappingNode> Steps(Situation situation) =>
        Jobs(situation).SelectMany(job => Steps(job.Value));

    private static IEnumerable<YamlMappingNode> Steps(YamlNode job) =>
        ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    private static IEnumerable<KeyValuePair<string, YamlNode>> Jobs(Situation situation) =>
        from job in (YamlMappingNode)Yaml(situation.Output("workflow"))["jobs"]
        select KeyValuePair.Create($"{job.Key}", job.Value);

    private static IReadOnlyList<string> Keys(YamlNode node) =>
        [.. ((YamlMappingNode)node).Children.Keys.Select(key => $"{key}")];

    private static string Text(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? $"{value}" : "";

    private static YamlNode Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents[0].RootNode;
    }
}
