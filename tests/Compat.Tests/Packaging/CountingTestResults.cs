namespace Compat.Tests.Packaging;

public sealed class CountingTestResults : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("drawbridge-trx-").FullName;

    [Fact]
    public void Reports_are_added_up_and_whatever_is_no_success_is_a_failure()
    {
        Report("one.trx", "Passed", "Passed", "Failed");
        Report("two.trx", "NotExecuted", "Passed", "Timeout");
        TestResults.Read(_root).ToString().ShouldBe("3 passed, 2 failed, 1 skipped");
    }

    [Fact]
    public void No_report_is_no_test() => TestResults.Read(_root).Total.ShouldBe(0);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Report(string name, params string[] outcomes)
    {
        var results = string.Concat(outcomes.Select(outcome => $"""<UnitTestResult outcome="{outcome}" />"""));
        File.WriteAllText(
            Path.Combine(_root, name),
            $"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{results}</Results></TestRun>""");
    }
}
