using System.Text.Json.Nodes;
using Drawbridge.GitHubAction.Tests.Validate;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Tests.Sarif;

public sealed class WritingSarif : CheckoutTest
{
    private const string Script = "migrations/projectdb/4_a.up.sql";

    private bool _isOpen;

    [Fact]
    public async Task Findings_of_every_kind_fit_the_published_schema()
    {
        var log = await Log(
            (Script, "DROP TABLE orders;\nCREATE INDEX i ON users (id);\nALTER TABLE users ADD CHECK (id > 0\n  AND id < 9);\n"),
            ("migrations/projectdb/wrong name.sql", "SELECT 1;\n"),
            ("migrations/projectdb/5_b.up.sql", "\uFEFFSELECT 1;\r\nSELECT 2;\n"),
            ("migrations/notes.txt", "SELECT 1;\n"));

        (await SarifSchema.Check(log.ToJsonString())).ShouldBeEmpty();
        Results(log).Select(result => $"{result["level"]} {result["ruleId"]}").Distinct().ShouldBe(
            ["error invalid-name", "error drop-table", "error require-concurrent-index", "error check-validation", "warning unexpected-file", "note file-hygiene"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_found_fits_it_too()
    {
        var log = await Log((Script, "SELECT 1;\n"));

        (await SarifSchema.Check(log.ToJsonString())).ShouldBeEmpty();
        Results(log).ShouldBeEmpty();
    }

    [Fact]
    public async Task Anything_else_does_not_fit()
    {
        (await SarifSchema.Check("""{ "version": "2.1.0" }""")).ShouldNotBeEmpty();
        (await SarifSchema.Check("""{ "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "a" } }, "results": [ { "level": "fatal" } ] } ] }"""))
            .ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Every_rule_says_what_it_finds_and_where_to_read_on()
    {
        var rules = Run(await Log((Script, "SELECT 1;\n")))["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => rule!).ToList();

        rules.Select(rule => (string?)rule["id"]).ShouldBe(RuleList.ById.Select(rule => rule.Id));
        var rule = rules.Single(rule => (string?)rule["id"] == "missing-undo");
        rule["shortDescription"]!["text"]!.GetValue<string>().ShouldBe("a new migration without its undo script");
        rule["helpUri"]!.GetValue<string>().ShouldBe("https://github.com/drawbridge/drawbridge/blob/main/docs/rules/missing-undo.md");
        rule["defaultConfiguration"]!.ToJsonString().ShouldBe("""{"enabled":false,"level":"warning"}""");
    }

    [Fact]
    public async Task A_result_points_at_its_rule_and_its_part_of_the_file()
    {
        var log = await Log((Script, "SELECT '😀'; ALTER TABLE users ADD CHECK (id > 0\n  AND id < 9);\n"));
        var result = Results(log).ShouldHaveSingleItem();

        Run(log)["columnKind"]!.GetValue<string>().ShouldBe("unicodeCodePoints");
        Run(log)["tool"]!["driver"]!["rules"]![result["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>().ShouldBe("check-validation");
        Place(result)["region"]!.ToJsonString().ShouldBe("""{"startLine":1,"startColumn":35,"endLine":2,"endColumn":14}""");
    }

    [Theory]
    [InlineData("migrations/projectdb/a b.sql", "migrations/projectdb/a%20b.sql")]
    [InlineData("migrations/projectdb/100%25:#?[x].sql", "migrations/projectdb/100%2525%3A%23%3F%5Bx%5D.sql")]
    [InlineData("migrations/projectdb/ü\n😀.sql", "migrations/projectdb/%C3%BC%0A%F0%9F%98%80.sql")]
    [InlineData("migrations/projectdb/a\\b.sql", "migrations/projectdb/a%5Cb.sql")]
    public async Task A_path_is_a_relative_reference(string path, string address)
    {
        var log = await Log((path, "SELECT 1;\n"));

        (await SarifSchema.Check(log.ToJsonString())).ShouldBeEmpty();
        var file = Place(Results(log).ShouldHaveSingleItem())["artifactLocation"]!;
        file["uri"]!.GetValue<string>().ShouldBe(address);
        Run(log)["originalUriBaseIds"]!.AsObject().Select(entry => entry.Key).ShouldContain(file["uriBaseId"]!.GetValue<string>());
        Uri.UnescapeDataString(address).ShouldBe(path);
    }

    [Fact]
    public async Task A_fix_applied_as_it_says_ends_the_finding()
    {
        const string Sql = "-- an index\nCREATE INDEX i ON users (id);\nDROP INDEX\n  a;\n";
        var fixes = Results(await Log((Script, Sql)))
            .Select(result => result["fixes"]![0]!["artifactChanges"]![0]!["replacements"]!.AsArray().Single()!).ToList();
        fixes.Count.ShouldBe(2);
        var fixedSql = fixes.OrderByDescending(fix => fix["deletedRegion"]!["startLine"]!.GetValue<int>()).Aggregate(Sql, Apply);

        Results(await Log((Script, fixedSql))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fingerprint_stays_when_its_line_moves_and_tells_like_ones_apart()
    {
        var before = Fingerprints(await Log((Script, "DROP TABLE orders;\nDROP TABLE orders;\n")));
        var after = Fingerprints(await Log((Script, "SELECT 1;\n\nDROP TABLE orders;\nDROP TABLE orders;\n")));

        before.Distinct().Count().ShouldBe(2);
        after.ShouldBe(before);
    }

    [Theory]
    [InlineData("billing jobs/db", "drawbridge/billing%20jobs/db/")]
    [InlineData(".", "drawbridge/")]
    public async Task Each_migrations_folder_is_a_category_of_its_own(string folder, string category)
    {
        var log = await Log(folder, ("billing jobs/db/projectdb/1_a.up.sql", "SELECT 1;\n"));

        Run(log)["automationDetails"]!["id"]!.GetValue<string>().ShouldBe(category);
    }

    [Fact]
    public async Task A_message_makes_no_link_and_shows_no_control()
    {
        var message = Results(await Log(("migrations/projectdb/[a](b)\u202E.sql", "SELECT 1;\n")))
            .ShouldHaveSingleItem()["message"]!["text"]!.GetValue<string>();

        message.ShouldNotContain("](");
        message.ShouldNotContain("\u202E");
    }

    [Fact]
    public async Task A_password_is_never_repeated() =>
        (await Log((Script, "ALTER ROLE shop PASSWORD 'correct horse'; CREATE INDEX i ON users (id);\n"))).ToJsonString()
            .ShouldNotContain("correct horse");

    [Fact]
    public async Task Without_a_name_there_is_no_file()
    {
        var run = await Checkout.Validate(await Checkout.PullRequest(Script, "DROP TABLE orders;\n"));

        run.Outputs.Keys.ShouldNotContain("sarif-file");
        Directory.EnumerateFiles(Checkout.Folder, "*.sarif", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_can_t_be_written_is_told()
    {
        var run = await Checkout.Validate(await Checkout.PullRequest(Script, "SELECT 1;\n"), "--sarif-file", ".");

        run.ExitCode.ShouldBe(1);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("file-unusable");
    }

    private static JsonObject Run(JsonObject log) => log["runs"]!.AsArray().ShouldHaveSingleItem()!.AsObject();

    private static List<JsonObject> Results(JsonObject log) => [.. Run(log)["results"]!.AsArray().Select(result => result!.AsObject())];

    private static JsonNode Place(JsonObject result) => result["locations"]![0]!["physicalLocation"]!;

    private static List<string?> Fingerprints(JsonObject log) => Results(log).ConvertAll(
        result => result["partialFingerprints"]!["drawbridgeFinding/v1"]?.GetValue<string>());

    /// <summary>One replacement, as an editor makes it.</summary>
    private static string Apply(string text, JsonNode replacement)
    {
        var (from, to) = (Offset("startLine", "startColumn"), Offset("endLine", "endColumn"));
        return text[..from] + replacement["insertedContent"]!["text"]!.GetValue<string>() + text[to..];

        int Offset(string line, string column)
        {
            var region = replacement["deletedRegion"]!;
            var before = text.Split('\n')[..(region[line]!.GetValue<int>() - 1)];
            return before.Sum(row => row.Length + 1) + region[column]!.GetValue<int>() - 1;
        }
    }

    private Task<JsonObject> Log(params (string Path, string Content)[] files) => Log("migrations", files);

    private async Task<JsonObject> Log(string folder, params (string Path, string Content)[] files)
    {
        var run = await Validate(folder, files);
        run.Outputs["sarif-file"].ShouldBe(Path.Combine(Checkout.Repository.Folder, "out", "findings.sarif"));
        return JsonNode.Parse(await File.ReadAllTextAsync(run.Outputs["sarif-file"]))!.AsObject();
    }

    private async Task<ActionRun> Validate(string folder, (string Path, string Content)[] files)
    {
        var trigger = await (_isOpen ? Checkout.Push(Change) : Checkout.PullRequest(Change));
        _isOpen = true;
        return await Checkout.Validate(trigger, "--migrations", folder, "--sarif-file", "out/findings.sarif");

        Task Change(GitRepository repository)
        {
            files.ToList().ForEach(file => repository.Write(file.Path, file.Content));
            return Task.CompletedTask;
        }
    }
}
