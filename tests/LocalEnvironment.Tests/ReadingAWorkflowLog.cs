using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.LocalEnvironment.Tests;

public sealed class ReadingAWorkflowLog
{
    private readonly WorkflowLog _log = new();

    [Fact]
    public void An_annotation_has_its_place_and_its_message_decoded()
    {
        var line = _log.Read("::error file=migrations/a%2Cb.sql,line=8,col=1,endColumn=4,title=statement-failed::100%25 wrong%0Aand %250A stays").ShouldNotBeNull();
        line.Annotation.ShouldBe(new Annotation("error", "100% wrong\nand %0A stays")
        {
            File = "migrations/a,b.sql",
            Line = 8,
            Column = 1,
            EndColumn = 4,
            Title = "statement-failed",
        });
        _log.Annotations.ShouldBe([line.Annotation!]);
    }

    [Fact]
    public void Nothing_is_obeyed_between_stop_commands_and_its_token()
    {
        _log.Read("::stop-commands::secret").ShouldBeNull();
        _log.Read("::error::forged").ShouldBe(new LogLine("::error::forged"));
        _log.Read("::secret::").ShouldBeNull();
        _log.Annotations.ShouldBeEmpty();
        _log.Read("::warning::real").ShouldNotBeNull().Annotation.ShouldNotBeNull();
    }
}
