using System.Text;
using Drawbridge.Configuration;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

public sealed class PointingAtTheCause
{
    [Theory]
    [InlineData("SELECT 1;\nCREATE /* é */ INDEX a ON orders (b);", "require-concurrent-index", 2, 16)]
    [InlineData("ALTER TABLE orders\n  ADD a int,\n  ADD b int NOT NULL;", "required-column", 3, 13)]
    [InlineData("ALTER TABLE orders\n  ADD CONSTRAINT a\n  FOREIGN KEY (b) REFERENCES c;", "foreign-key-validation", 2, 7)]
    [InlineData("ALTER TABLE orders ADD a int CHECK (a > 0);", "check-validation", 1, 30)]
    [InlineData("ALTER TABLE orders ALTER a SET NOT NULL;", "set-not-null", 1, 20)]
    [InlineData("ALTER TABLE orders ALTER a TYPE bigint;", "rewrite-column-type", 1, 33)]
    [InlineData("ALTER TABLE orders ADD a uuid DEFAULT gen_random_uuid();", "rewrite-default", 1, 39)]
    [InlineData("DROP INDEX a,\n b;", "drop-index-blocking", 2, 2)]
    [InlineData("ALTER TYPE a ADD VALUE 'b';\nSELECT  'b'::a;", "enum-value-used", 2, 9)]
    [InlineData("CREATE TABLE\n app.orders (a int);", "no-primary-key", 2, 2)]
    public void A_finding_stands_on_the_part_that_it_is_about(string sql, string rule, int line, int column) =>
        RuleList.Check(Change(sql)).Where(finding => finding.Rule == rule).Select(finding => (finding.Line, finding.Column))
            .ShouldContain((line, column));

    [Theory]
    [InlineData("ALTER TABLE orders ALTER a TYPE /* 😀 */ double  precision;", "rewrite-column-type", 1, 58)]
    [InlineData("ALTER TABLE orders ADD CHECK (a > 0\n  AND a < 9);", "check-validation", 2, 13)]
    [InlineData("CREATE INDEX a ON orders (b);", "require-concurrent-index", 1, 13)]
    [InlineData("VACUUM orders;\nSELECT 1;", "mixed-transaction", null, null)]
    public void A_finding_says_where_that_part_ends(string sql, string rule, int? line, int? column)
    {
        var finding = RuleList.Check(Change(sql)).Single(finding => finding.Rule == rule);
        (finding.EndLine, finding.EndColumn).ShouldBe((line, column));
    }

    [Theory]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY, a varchar(9));", "ALTER TABLE orders ALTER a TYPE varchar(20);")]
    [InlineData("CREATE INDEX i ON orders (a);", "ALTER TABLE orders ADD FOREIGN KEY (a) REFERENCES b NOT VALID;")]
    [InlineData("ALTER TABLE orders ADD CHECK (\"a\" is  not null AND b IS NOT NULL);", "ALTER TABLE orders ALTER A SET NOT NULL;")]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY, a int);", "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON public.orders (a, id);")]
    public void What_merged_scripts_say_makes_a_statement_harmless(string merged, string sql) =>
        RuleList.Check(Change(sql, merged)).ShouldBeEmpty();

    [Theory]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY, a varchar(9));", "ALTER TABLE orders ALTER a TYPE varchar(8);", "rewrite-column-type")]
    [InlineData("CREATE TABLE orders (id serial PRIMARY KEY);", "ALTER TABLE orders ALTER id TYPE bigint;", "rewrite-column-type")]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY);", "CREATE INDEX i ON ONLY orders (id);", "require-concurrent-index")]
    [InlineData("CREATE TYPE a AS ENUM ();", "ALTER TYPE a ADD VALUE 'b';\nSELECT 'b'::a;", "enum-value-used")]
    public void A_merged_table_or_type_is_not_new(string merged, string sql, string rule) =>
        RuleList.Check(Change(sql, merged)).Select(finding => finding.Rule).ShouldBe([rule]);

    [Fact]
    public void What_another_database_creates_is_not_new_here()
    {
        var files = new[] { File("otherdb/1_a.sql", "CREATE TABLE orders (a int PRIMARY KEY);"), File("projectdb/1_a.sql", "CREATE INDEX i ON orders (a);") };
        RuleList.Check(new ChangeSet(files, [], ExampleBlock.Now)).ShouldHaveSingleItem().Rule.ShouldBe("require-concurrent-index");
    }

    [Theory]
    [InlineData("1_a.sql", "ALTER TABLE orders ADD a int NOT NULL;", true)]
    [InlineData("R__a.sql", "ALTER TABLE orders ADD a int NOT NULL;", true)]
    [InlineData("1_a.down.sql", "ALTER TABLE orders ADD a int NOT NULL;", false)]
    [InlineData("1_a.down.sql", "DROP INDEX CONCURRENTLY IF EXISTS a;\nSELECT 1;", true)]
    public void Undo_scripts_are_asked_only_what_matters_there(string name, string sql, bool isFound) =>
        RuleList.Check(new ChangeSet([File($"projectdb/{name}", sql)], [], ExampleBlock.Now)).Any(finding => finding.Line is not null).ShouldBe(isFound);

    [Theory]
    [InlineData(13, "no other way")]
    [InlineData(14, "CONCURRENTLY")]
    public void A_remedy_is_one_that_the_server_knows(int version, string remedy)
    {
        var changes = new ChangeSet([File("projectdb/1_a.sql", "ALTER TABLE a DETACH PARTITION b;")], [], ExampleBlock.Now)
        {
            Settings = new ProjectSettings { ServerVersion = version },
        };
        RuleList.Check(changes).ShouldHaveSingleItem().Remedy.ShouldContain(remedy);
    }

    private static ChangeSet Change(string sql, string? merged = null)
    {
        var script = File("projectdb/2_change.sql", sql);
        IReadOnlyList<MigrationFile> old = merged is null ? [] : [File("projectdb/1_merged.sql", merged)];
        return new ChangeSet([.. old, script], old, ExampleBlock.Now);
    }

    private static MigrationFile File(string path, string sql) =>
        new MigrationFile(new MigrationPath("db", path)).Holding(Encoding.UTF8.GetBytes(sql));
}
