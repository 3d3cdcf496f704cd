using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Tests.GitHub;

public sealed class WritingSummaries : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_summary_is_appended()
    {
        await Append("one", "1");
        await Append("two", "2");
        (await File.ReadAllTextAsync(_path)).ShouldBe("one\ntwo\n");
    }

    [Fact]
    public async Task The_shorter_form_stands_in_for_one_that_is_too_long()
    {
        await Append(new string('é', (StepSummary.Limit / 2) + 1), "shorter");
        (await File.ReadAllTextAsync(_path)).ShouldBe("shorter\n");
    }

    [Fact]
    public async Task What_is_there_already_counts()
    {
        await Append(new string('x', StepSummary.Limit - 8), "");
        await Append("1234567", "1");
        await Append("1234567", "1234567");
        new FileInfo(_path).Length.ShouldBe(StepSummary.Limit - 7 + 2);
    }

    private Task Append(string markdown, string shorter) => new StepSummary(new GitHubEnvironment(new Surroundings(
        new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = _path },
        Path.GetTempPath(),
        TimeProvider.System,
        TextWriter.Null,
        TextWriter.Null,
        IsTerminal: false))).Append(() => markdown, () => shorter);
}
