using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

public sealed class RulePages
{
    public static TheoryData<string> Ids => [.. RulePage.Ids];

    public static TheoryData<string, int> BadExamples => Examples(page => page.Bad);

    public static TheoryData<string, int> OkExamples => Examples(page => page.Ok);

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        RuleList.ById.Select(rule => rule.Id).Order().ShouldBe(RulePage.Ids);

    [Fact]
    public void Every_rule_class_is_in_the_list() => typeof(Rule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
        .Select(type => type.Name)
        .Order()
        .ShouldBe(RuleList.All.Select(rule => rule.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_several_engines_know_is_as_bad_in_each(string id) =>
        RuleList.All.Where(rule => rule.Id == id).Select(rule => (rule.Severity, rule.AcceptedBy)).Distinct().ShouldHaveSingleItem();

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_its_rule_s_severity_and_has_examples_of_both_kinds(string id)
    {
        var page = RulePage.Read(id);
        page.Severity.ShouldBe(KebabCase.Of(RuleOf(id).Severity));
        page.Bad.ShouldNotBeEmpty();
        page.Ok.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_overview_names_the_rule_with_its_severity(string id) =>
        File.ReadAllText(Path.Combine(RulePage.Folder, "README.md"))
            .ShouldContain($"| [{id}]({id}.md) | {KebabCase.Of(RuleOf(id).Severity)} |");

    [Theory]
    [MemberData(nameof(BadExamples))]
    public void A_bad_example_is_found(string id, int index) =>
        RuleList.Check(RulePage.Read(id).Bad[index].ToChangeSet()).Select(finding => finding.Rule).ShouldContain(id);

    [Theory]
    [MemberData(nameof(BadExamples))]
    public void What_scripts_say_is_judged_without_a_base_as_with_an_empty_one(string id, int index)
    {
        var block = RulePage.Read(id).Bad[index];
        if (block.Language == "sql")
        {
            var changes = block.ToChangeSet();
            var alone = new ChangeSet(changes.Head, @base: null, changes.Now) { Settings = changes.Settings };
            RuleList.Check(alone).Select(finding => (finding.Rule, finding.Line))
                .ShouldBe(RuleList.Check(changes).Select(finding => (finding.Rule, finding.Line)));
        }
    }

    [Theory]
    [MemberData(nameof(OkExamples))]
    public void An_ok_example_has_no_finding_of_any_rule(string id, int index) =>
        RuleList.Check(RulePage.Read(id).Ok[index].ToChangeSet()).ShouldBeEmpty();

    private static Rule RuleOf(string id) => RuleList.ById.Single(rule => rule.Id == id);

    private static TheoryData<string, int> Examples(Func<RulePage, IReadOnlyList<ExampleBlock>> blocks)
    {
        var data = new TheoryData<string, int>();
        foreach (var page in RulePage.Ids.Select(RulePage.Read))
        {
            for (var index = 0; index < blocks(page).Count; index++)
            {
                data.Add(page.Id, index);
            }
        }

        return data;
    }
}
