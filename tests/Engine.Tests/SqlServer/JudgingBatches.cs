using Drawbridge.Engine.SqlServer;
using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Engine.Tests.SqlServer;

public sealed class JudgingBatches
{
    [Theory]
    [InlineData("CREATE DATABASE shop", "shop")]
    [InlineData("create database [odd]]name] COLLATE Latin1_General_CI_AS;", "odd]name")]
    [InlineData("DROP DATABASE IF EXISTS shop", "shop")]
    public void Catalog_tells_of_one_database(string sql, string name)
    {
        var batch = Single(sql);

        Evidence.CanJudge(batch).ShouldBeTrue();
        Evidence.QuestionOf(batch.Statements[0])!.Values.ShouldBe([name]);
    }

    [Theory]
    [InlineData("ALTER DATABASE shop SET READ_COMMITTED_SNAPSHOT ON")]
    [InlineData("RECONFIGURE")]
    public void What_only_sets_something_may_run_twice(string sql)
    {
        Evidence.CanJudge(Single(sql)).ShouldBeTrue();
        Evidence.QuestionOf(Single(sql).Statements[0]).ShouldBeNull();
    }

    [Theory]
    [InlineData("BACKUP DATABASE shop TO DISK = N'x'")]
    [InlineData("CREATE DATABASE shop; CREATE DATABASE other")]
    [InlineData("CREATE DATABASE snap ON (NAME = a, FILENAME = 'b') AS SNAPSHOT OF shop")]
    [InlineData("INSERT INTO a VALUES (1)")]
    public void Of_the_rest_nobody_knows(string sql) => Evidence.CanJudge(Single(sql)).ShouldBeFalse();

    [Theory]
    [InlineData("CREATE DATABASE shop", true)]
    [InlineData("backup database shop to disk = N'x'", true)]
    [InlineData("EXEC sp_addlinkedserver N'other'", true)]
    [InlineData("EXEC master.dbo.sp_addlinkedserver N'other'", true)]
    [InlineData("sp_configure 'show advanced options', 1", true)]
    [InlineData("EXEC dbo.fill", false)]
    [InlineData("fill", false)]
    [InlineData("EXEC (N'CREATE DATABASE shop')", false)]
    [InlineData("IF DB_ID(N'shop') IS NULL CREATE DATABASE shop", false)]
    [InlineData("BEGIN CREATE DATABASE shop; CREATE DATABASE other; END", false)]
    [InlineData("CREATE DATABASE shop; CREATE DATABASE other", false)]
    public void Only_one_action_is_done_or_not_as_a_whole(string sql, bool isOne) => Evidence.IsOneAction(Single(sql)).ShouldBe(isOne);

    [Theory]
    [InlineData("SET QUOTED_IDENTIFIER OFF", true, false)]
    [InlineData("USE shop", true, false)]
    [InlineData("SET IDENTITY_INSERT dbo.[a b] ON", true, false)]
    [InlineData("SET NOCOUNT ON; INSERT INTO a VALUES (1)", false, false)]
    [InlineData("SET ANSI_NULLS OFF; INSERT INTO a VALUES (1)", false, true)]
    [InlineData("CREATE TABLE #t (id int)", false, true)]
    [InlineData("EXECUTE AS USER = 'other'", false, true)]
    [InlineData("INSERT INTO a VALUES (1)", false, false)]
    public void Session_is_needed_for_what_a_batch_left_in_it(string sql, bool canBeSetAgain, bool endsWithSession) =>
        (SessionState.CanBeSetAgain(Single(sql)), SessionState.EndsWithSession(Single(sql))).ShouldBe((canBeSetAgain, endsWithSession));

    [Fact]
    public void Batch_is_as_many_steps_as_its_GO_says()
    {
        var script = SqlServerReader.Read("INSERT INTO a VALUES (1)\nGO 3\nCREATE DATABASE shop\n");

        DatabaseServer.Parse("sqlserver://sa:p@h/d").StepsOf(script).Select(step => (step.Start.Line, step.CanBeJudged))
            .ShouldBe([(1, false), (1, false), (1, false), (3, true)]);
    }

    private static SqlBatch Single(string sql) => SqlServerReader.Read(sql).Batches.ShouldHaveSingleItem();
}
