using System.Text;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

public sealed class FollowingNames
{
    private const string Repetition = "CREATE TABLE IF NOT EXISTS t (a int PRIMARY KEY); TRUNCATE t;";

    [Theory]
    [InlineData("TRUNCATE orders; ALTER TABLE orders ALTER id SET NOT NULL;", false)]
    [InlineData("TRUNCATE orders; INSERT INTO orders SELECT * FROM others; ALTER TABLE orders ALTER id SET NOT NULL;", true)]
    public void An_emptied_table_is_empty_until_rows_are_written(string script, bool isFound) =>
        RulesOf("SELECT 1;", script).Contains("set-not-null").ShouldBe(isFound);

    [Theory]
    [InlineData(
        "SET LOCAL search_path = app, public; CREATE TABLE orders (id int PRIMARY KEY);",
        "TRUNCATE app.orders;")]
    [InlineData("CREATE TABLE app.orders (id int PRIMARY KEY);", "SET LOCAL search_path = app; TRUNCATE orders;")]
    [InlineData(
        "CREATE TABLE app.orders (id int PRIMARY KEY);",
        "SELECT set_config('search_path', '\"$user\", \"app\"', true); TRUNCATE orders;")]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY);", "SET LOCAL search_path = app, public; TRUNCATE orders;")]
    [InlineData(
        "CREATE TABLE orders (id int PRIMARY KEY);",
        "SET LOCAL search_path = app; RESET search_path; TRUNCATE orders;")]
    [InlineData("CREATE SCHEMA app CREATE TABLE orders (id int PRIMARY KEY);", "TRUNCATE app.orders;")]
    [InlineData("CREATE TABLE a (id int PRIMARY KEY); ALTER TABLE a RENAME TO orders;", "TRUNCATE orders;")]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY); ALTER TABLE orders SET SCHEMA app;", "TRUNCATE app.orders;")]
    public void A_new_table_is_met_under_every_name(string creation, string use) =>
        RulesOf(creation, use).ShouldNotContain("truncate");

    [Theory]
    [InlineData("SET LOCAL search_path = app; CREATE TABLE orders (id int PRIMARY KEY);", "TRUNCATE orders;")]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY);", "SET LOCAL search_path = app; TRUNCATE orders;")]
    [InlineData(
        "CREATE TABLE app.orders (id int PRIMARY KEY);",
        "-- drawbridge: transaction=off\nSET LOCAL search_path = app; TRUNCATE orders;")]
    [InlineData("CREATE SCHEMA app CREATE TABLE orders (id int PRIMARY KEY);", "TRUNCATE orders;")]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY); ALTER TABLE orders RENAME TO a;", "TRUNCATE orders;")]
    [InlineData("CREATE TEMP TABLE orders (id int); DROP TABLE orders; TRUNCATE orders;", "SELECT 1;")]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY); DROP TABLE orders;", "TRUNCATE orders;")]
    public void Another_table_is_not_new(string creation, string use) =>
        RulesOf(creation, use).ShouldContain("truncate");

    [Theory]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX ON t (a); DROP INDEX t_a_idx;")]
    [InlineData(
        "CREATE TABLE t (a int); CREATE INDEX ON t (a, a); CREATE INDEX ON t (a); DROP INDEX t_a_a_idx, t_a_idx;")]
    [InlineData("CREATE TABLE t (a int UNIQUE); ALTER TABLE t DROP CONSTRAINT t_a_key;")]
    [InlineData("CREATE TABLE t (a int, b int, UNIQUE (a, b)); ALTER TABLE t DROP CONSTRAINT t_a_b_key;")]
    [InlineData("CREATE TABLE t (a int PRIMARY KEY); ALTER TABLE t DROP CONSTRAINT t_pkey;")]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX i ON t (a); ALTER INDEX i RENAME TO j; DROP INDEX j;")]
    [InlineData(
        "CREATE TABLE t (a int, CONSTRAINT i UNIQUE (a)); ALTER TABLE t RENAME CONSTRAINT i TO j; ALTER TABLE t DROP "
            + "CONSTRAINT j;")]
    [InlineData(
        "CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD CONSTRAINT j UNIQUE USING INDEX "
            + "i; ALTER TABLE t DROP CONSTRAINT j;")]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX i ON t (a); ALTER TABLE t DROP COLUMN a, ADD COLUMN a int;")]
    [InlineData(
        "CREATE TABLE t (a int); CREATE INDEX i ON t (a); ALTER TABLE t RENAME a TO b; ALTER TABLE t ADD a int;")]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX i ON t (a); DROP TABLE t; CREATE TABLE t (a int);")]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX i ON t (a); ALTER TABLE t RENAME TO u; CREATE TABLE t (a int);")]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX i ON t USING gin (a);")]
    [InlineData("CREATE TABLE a_table_with_a_name_that_is_rather_long (a_column_with_a_name_as_long_as_that int); "
        + "CREATE INDEX ON a_table_with_a_name_that_is_rather_long (a_column_with_a_name_as_long_as_that); "
        + "DROP INDEX a_table_with_a_name_that_is_r_a_column_with_a_name_as_long__idx; "
        + "ALTER TABLE a_table_with_a_name_that_is_rather_long RENAME a_column_with_a_name_as_long_as_that TO a; "
        + "ALTER TABLE a_table_with_a_name_that_is_rather_long RENAME TO t;")]
    public void An_index_that_is_gone_serves_nobody(string sql) =>
        RulesOf(sql, "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u NOT VALID;").ShouldContain("foreign-key-index");

    [Theory]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX ON t (a); DROP INDEX t_a_idx; CREATE INDEX ON t (a);")]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a); DROP INDEX i;")]
    [InlineData("CREATE TABLE t (b int); CREATE INDEX i ON t (b); ALTER TABLE t RENAME b TO a;")]
    [InlineData("CREATE TABLE u (a int); CREATE INDEX i ON u (a); ALTER TABLE u RENAME TO t;")]
    [InlineData("CREATE TABLE t (a int); CREATE INDEX i ON t (a); DROP INDEX app.i;")]
    public void An_index_that_stays_serves(string sql) =>
        RulesOf(sql, "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u NOT VALID;").ShouldNotContain("foreign-key-index");

    [Theory]
    [InlineData("CREATE TABLE t (a int NOT NULL);", "SELECT 1;", true)]
    [InlineData("CREATE TABLE t (a int PRIMARY KEY);", "ALTER TABLE t DROP CONSTRAINT t_pkey;", true)]
    [InlineData("CREATE TABLE t (a int NOT NULL);", "ALTER TABLE t ALTER a DROP NOT NULL;", false)]
    [InlineData(
        "CREATE TABLE t (a int CONSTRAINT c CHECK (a IS NOT NULL));",
        "ALTER TABLE t RENAME CONSTRAINT c TO d;",
        true)]
    [InlineData(
        "CREATE TABLE t (a int CONSTRAINT c CHECK (a IS NOT NULL));",
        "ALTER TABLE t DROP CONSTRAINT c;",
        false)]
    public void A_proof_holds_until_it_is_dropped(string merged, string change, bool isProven) =>
        RulesAfter(merged, change, "ALTER TABLE t ALTER a SET NOT NULL;").Contains("set-not-null").ShouldBe(!isProven);

    [Fact]
    public void What_a_merged_script_made_is_not_made_again_by_IF_NOT_EXISTS() =>
        RulesAfter("CREATE TABLE t (a int PRIMARY KEY);", Repetition).ShouldBe(["truncate"]);

    [Fact]
    public void What_a_merged_script_dropped_is_made_by_IF_NOT_EXISTS() =>
        RulesAfter("CREATE TABLE t (a int PRIMARY KEY); DROP TABLE t;", Repetition).ShouldBeEmpty();

    [Fact]
    public void An_undo_script_takes_nothing_back_until_it_runs() => Check(
        [],
        [
            File("1_a.up.sql", "CREATE TABLE t (a int PRIMARY KEY REFERENCES u);"),
            File("1_a.down.sql", "ALTER TABLE t DROP CONSTRAINT t_pkey;"),
        ]).ShouldBeEmpty();

    /// <summary>Of new scripts, by version.</summary>
    private static IReadOnlyList<string> RulesOf(params string[] added) =>
        Check([], [.. added.Select((text, index) => File($"{index + 1}_a.sql", text))]);

    /// <summary>Of new scripts behind a merged one.</summary>
    private static IReadOnlyList<string> RulesAfter(string merged, params string[] added) =>
        Check([File("0_a.sql", merged)], [.. added.Select((text, index) => File($"{index + 1}_a.sql", text))]);

    private static IReadOnlyList<string> Check(
        IReadOnlyList<MigrationFile> merged, IReadOnlyList<MigrationFile> added) =>
        [
            .. RuleList.Check(new ChangeSet([.. merged, .. added], merged, ExampleBlock.Now))
                .Select(finding => finding.Rule),
        ];

    private static MigrationFile File(string name, string text) =>
        new MigrationFile(new MigrationPath("db", $"projectdb/{name}")).Holding(Encoding.UTF8.GetBytes(text));
}
