using Drawbridge.Configuration;

namespace Drawbridge.Tests.Configuration;

public sealed class RefusingMistakes
{
    [Theory]
    [InlineData("rulez: {}", 1, 1, "The key 'rulez' is not known in drawbridge.yml.", "Did you mean 'rules'?")]
    [InlineData("x: 1", 1, 1, "The key 'x' is not known in drawbridge.yml.", "Write one of: engine, server-version, rules, databases, ignored-paths, acknowledged, marked.")]
    [InlineData("databases:\n  projectdb:\n    ordre: any", 3, 5, "The key 'ordre' is not known in the database 'projectdb'.", "Did you mean 'order'?")]
    [InlineData("databases:\n  projectdb:\n    order: late", 3, 12, "'order' can't be 'late'.", "Write one of: strict, any.")]
    [InlineData("databases: { projectdb: { naming: golang } }", 1, 35, "'naming' can't be 'golang'.", "Write one of: golang-migrate, plain, flyway.")]
    [InlineData("databases: { projectdb: { engine: mysql } }", 1, 35, "'engine' can't be 'mysql'.", "Write one of: postgresql, sqlserver.")]
    [InlineData("databases: { 1db: {} }", 1, 14, "'1db' can't be the name of a database.", "Write the name of a folder of the migrations.")]
    [InlineData("rules: { drop-table: fatal }", 1, 22, "The severity of 'drop-table' can't be 'fatal'.", "Write one of: error, warning, info, off.")]
    [InlineData("rules: { drop-table: }", 1, 22, "The severity of 'drop-table' must be one word.", "Write one of: error, warning, info, off.")]
    [InlineData("rules: [drop-table]", 1, 8, "'rules' must be keys with values.", "Write 'key: value', one a line.")]
    [InlineData("rules: off", 1, 8, "'rules' must be keys with values.", "Write 'key: value', one a line.")]
    [InlineData("server-version: 12", 1, 17, "'server-version' must be a whole number from 13 to 99.", "Write it without quotes.")]
    [InlineData("server-version: '15'", 1, 17, "'server-version' must be a whole number from 13 to 99.", "Write it without quotes.")]
    [InlineData("ignored-paths: '*.md'", 1, 16, "'ignored-paths' must be a list.", "Begin each item with '- ', one a line.")]
    [InlineData("acknowledged:\n  - path: projectdb/1_a.sql", 2, 5, "An entry of 'acknowledged' needs a 'path' and a 'reason'.", "Say which script may go, from the migrations folder, and why.")]
    [InlineData("acknowledged:\n  - { path: projectdb/1_a.sql, reason: ' ' }", 2, 40, "'reason' must be some words.", "Write them behind the colon.")]
    [InlineData("marked:\n  - { path: p/1_a.sql, as: done }", 2, 5, "An entry of 'marked' needs a 'path', an 'as' and a 'reason'.", "Say which script, from the migrations folder, whether it is 'done' or to 'run-again', and why.")]
    [InlineData("marked:\n  - { path: p/1_a.sql, as: redo, reason: r }", 2, 28, "'as' can't be 'redo'.", "Write one of: done, run-again.")]
    [InlineData("marked:\n  - { path: p/1_a.sql, as: done, reason: \"a\\a\" }", 2, 42, "'reason' must be at most 500 visible characters.", "Shorten it.")]
    [InlineData("marked:\n  - { path: p/1_a.sql, as: done, reason: r }\n  - { path: p/1_a.sql, as: run-again, reason: s }", 3, 5, "The script 'p/1_a.sql' is marked twice.", "Keep the entry that is true.")]
    [InlineData("- a", 1, 1, "drawbridge.yml must be keys with values.", "Write 'key: value', one a line.")]
    public void A_mistake_is_placed_and_says_what_is_allowed(string text, int line, int column, string message, string remedy) =>
        Yaml.Try(text).Objections.ShouldHaveSingleItem().ShouldBe(new Objection(new FilePlace(line, column), message, remedy));

    [Theory]
    [InlineData("server-version: &v 15", "The anchor '&v' is not allowed.")]
    [InlineData("server-version: *v", "The alias '*v' hides what is meant.")]
    [InlineData("server-version: !!int 15", "The tag 'tag:yaml.org,2002:int' is not allowed.")]
    [InlineData("server-version: !<x> 15", "The tag 'x' is not allowed.")]
    [InlineData("rules: ! { }", "The tag '!' is not allowed.")]
    [InlineData("<<: { server-version: 15 }", "The merge key '<<' hides what is meant.")]
    [InlineData("server-version: 15\nserver-version: 16", "The key 'server-version' was given before.")]
    [InlineData("? [a, b]\n: c", "A key must be one word.")]
    [InlineData("---\nserver-version: 15\n---\nserver-version: 16", "The file holds a second document.")]
    public void What_a_reader_would_have_to_compute_is_refused(string text, string message) =>
        Yaml.Try(text).Objections.Select(objection => objection.Message).ShouldContain(message);

    [Theory]
    [InlineData("../*.md")]
    [InlineData("/projectdb")]
    [InlineData("projectdb/")]
    [InlineData("a//b")]
    [InlineData("a**/b")]
    [InlineData("a\\\\b")]
    public void A_pattern_that_can_match_nothing_is_refused(string pattern) =>
        Yaml.Try($"ignored-paths: [\"{pattern}\"]").Objections.ShouldHaveSingleItem().Message.ShouldEndWith("is no pattern for paths.");

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        SettingsReader.Read([0xFF]).Objections.ShouldHaveSingleItem().Message.ShouldBe("The file is not UTF-8.");

    [Fact]
    public void A_long_text_is_quoted_short() =>
        Yaml.Try(new string('x', 1000) + ": 1").Objections.ShouldHaveSingleItem().Message.Length.ShouldBeLessThan(150);
}
