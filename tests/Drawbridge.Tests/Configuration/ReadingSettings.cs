using Drawbridge.Configuration;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Tests.Configuration;

public sealed class ReadingSettings
{
    private const string Everything = """
        engine: sqlserver
        server-version: 14
        rules:
          drop-table: warning
          missing-undo: error
        databases:
          projectdb:
            engine: postgresql
            order: any
            naming: flyway
            server-version: 16
            adopt: flyway
            rules: { drop-table: off }
        ignored-paths:
          - '**/*.md'
        acknowledged:
          - path: projectdb/1_a.sql
            reason: it was never applied
        marked:
          - path: projectdb/2_b.sql
            as: run-again
            reason: >
              it was
              tidied up
        """;

    [Fact]
    public void Everything_that_is_written_is_read()
    {
        var settings = Yaml.Read(Everything);
        settings.ServerVersion.ShouldBe(14);
        settings.AllRules.Select(rule => (rule.Rule, rule.Severity, rule.Place.Line)).ShouldBe(
            [("drop-table", Severity.Warning, 4), ("missing-undo", Severity.Error, 5), ("drop-table", Severity.Off, 13)]);
        var database = settings.Databases["projectdb"];
        (database.Engine, database.Order, database.Naming, database.ServerVersion)
            .ShouldBe((DatabaseEngine.PostgreSql, ReleaseOrder.Any, NamingForm.Flyway, 16));
        settings.IgnoredPaths.ShouldHaveSingleItem().Text.ShouldBe("**/*.md");
        settings.Acknowledged.ShouldHaveSingleItem().ShouldBe(new Acknowledgement("projectdb/1_a.sql", "it was never applied", new FilePlace(17, 5)));
        settings.Marked.ShouldHaveSingleItem().ShouldBe(new ScriptMark("projectdb/2_b.sql", MarkedAs.RunAgain, "it was tidied up", new FilePlace(20, 5)));
        settings.MarksOf("projectdb").ShouldHaveSingleItem().ShouldBe(new ReleaseMark("migrations/projectdb/2_b.sql", MarkedAs.RunAgain, "it was tidied up"));
        settings.MarksOf("project").ShouldBeNull();
    }

    [Fact]
    public void A_database_s_own_word_counts_before_the_word_for_all()
    {
        var settings = Yaml.Read(Everything);
        settings.SeverityOf("drop-table", "projectdb").ShouldBe(Severity.Off);
        settings.SeverityOf("drop-table", "otherdb").ShouldBe(Severity.Warning);
        settings.SeverityOf("missing-undo", "projectdb").ShouldBe(Severity.Error);
        settings.SeverityOf("mixed-naming", "projectdb").ShouldBeNull();
        (settings.EngineOf("projectdb"), settings.EngineOf("otherdb")).ShouldBe((DatabaseEngine.PostgreSql, DatabaseEngine.SqlServer));
        (settings.ServerVersionOf("projectdb"), settings.ServerVersionOf("otherdb")).ShouldBe((16, 14));
        (settings.OrderOf("projectdb"), settings.OrderOf("otherdb")).ShouldBe((ReleaseOrder.Any, null));
    }

    [Fact]
    public void A_database_s_release_takes_over_the_history_that_is_named_for_it()
    {
        var settings = Yaml.Read(Everything);
        settings.OptionsOf("projectdb", ReleaseOptions.Default).Adopt.ShouldBe(DonorTool.Flyway);
        settings.OptionsOf("otherdb", ReleaseOptions.Default).Adopt.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("\uFEFFrules:\n  # drop-table: off\ndatabases:\nignored-paths:\n")]
    [InlineData("---\n{}\n...\n")]
    public void A_file_that_says_nothing_changes_nothing(string text)
    {
        var settings = Yaml.Read(text);
        settings.ServerVersionOf("projectdb").ShouldBe(ProjectSettings.OldestServerVersion);
        settings.AllRules.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_right_holds_beside_what_is_wrong()
    {
        var settings = Yaml.Try("server-version: old\nrules: { a: off, b: no }\n");
        settings.AllRules.ShouldHaveSingleItem().Rule.ShouldBe("a");
        settings.Objections.Count.ShouldBe(2);
    }
}
