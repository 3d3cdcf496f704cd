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
    public void Failure_says_which_test_and_why()
    {
        Report("one.trx", "Passed");
        Write("two.trx", """
            <UnitTestResult testName="Shop.Sells" outcome="Failed"><Output><ErrorInfo>
              <Message>1 should be 2</Message><StackTrace>at Shop.Sells()</StackTrace>
            </ErrorInfo></Output></UnitTestResult>
            """);

        TestResults.Read(_root).Failures.ShouldHaveSingleItem().ToString().ShouldBe("Failed: Shop.Sells\n1 should be 2\nat Shop.Sells()\n");
    }

    [Fact]
    public void No_report_is_no_test() => TestResults.Read(_root).Total.ShouldBe(0);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Report(string name, params string[] outcomes) =>
        Write(name, string.Concat(outcomes.Select(outcome => $"""<UnitTestResult outcome="{outcome}" />""")));

    private void Write(string name, string results) => File.WriteAllText(
        Path.Combine(_root, name),
        $"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{results}</Results></TestRun>""");
}
