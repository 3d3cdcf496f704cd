using Drawbridge.Tests.Shared;

namespace Drawbridge.LambdaFunction.Tests.Problems;

public sealed class DocumentingProblems
{
    public static TheoryData<string> Codes =>
    [
        .. from type in typeof(FunctionHost).Assembly.GetTypes()
           where type.IsSubclassOf(typeof(Problem))
           select KebabCase.Of(type.Name),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_problem_of_the_function_has_its_page(string code)
    {
        var page = File.ReadAllText(Path.Combine(TestMachine.Repository, "docs", "errors", $"{code}.md"));
        page.ShouldStartWith($"# {code}\n");
        page.ShouldContain("## What to do");
    }
}
