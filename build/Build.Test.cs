using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

sealed partial class Build
{
    TestResults _testResults;

    [Parameter("Which tests to run, as 'dotnet test --filter' takes it.")]
    readonly string Filter;

    [Parameter("Test the programs as 'Package' made them, not as 'Publish' does.")]
    readonly bool Packaged;

    static AbsolutePath TestResultsDirectory => ArtifactsDirectory / "test-results";

    Target Test => _ => _
        .Description("Runs the tests.")
        .DependsOn(Compile, Publish)
        .Produces(TestResultsDirectory / "*.trx")
        .Executes(() =>
        {
            TestResultsDirectory.CreateOrCleanDirectory();
            try
            {
                DotNetTest(s => s
                    .SetProjectFile(Solution)
                    .SetConfiguration(Configuration)
                    .EnableNoBuild()
                    .SetFilter(Filter)
                    .AddLoggers("trx")
                    .SetResultsDirectory(TestResultsDirectory)
                    .SetProcessEnvironmentVariable("DOTNET_TieredPGO", "0") // hundreds of short processes
                    .SetProcessEnvironmentVariable("DRAWBRIDGE_FUNCTION", Packaged ? PackagedFunction : PublishedFunction)
                    .SetProcessEnvironmentVariable("DRAWBRIDGE_ACTION", Packaged ? PackagedAction : PublishedAction));
            }
            finally
            {
                _testResults = TestResults.Read(TestResultsDirectory);
            }

            Assert.True(_testResults.Failed == 0, $"{_testResults.Failed} tests failed");
            Assert.True(_testResults.Total > 0, "No test ran; is there one that '--filter' matches?");
        });

    // After the summary, so that whoever reads only the end of a log finds what failed, and the count is the last line there is.
    protected override void OnBuildFinished()
    {
        if (_testResults is null)
        {
            return;
        }

        foreach (var failure in _testResults.Failures)
        {
            Console.WriteLine(failure);
        }

        Console.WriteLine(_testResults);
    }
}
