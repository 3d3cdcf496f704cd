using Drawbridge.Engine.SqlServer;
using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

[NeedsSqlServer]
public sealed class SqlServerContract(SharedSqlServer server) : DatabaseContract, IClassFixture<SharedSqlServer>
{
    private protected override Dialect Dialect { get; } = new SqlServerDialect();

    private protected override IContractServer Machine => server;

    [ContractFact]
    public async Task Database_that_keeps_versions_of_rows_is_planned_and_applied_as_any_other()
    {
        var database = new ContractDatabase(server, Dialect, await Machine.CreateDatabase());
        await database.Execute("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE");
        database.Scripts.With("1_slow.sql", $"CREATE TABLE slow (id int){Dialect.Then}{Dialect.Sleep(2)}");
        var run = database.Apply();
        await database.UntilBusy();

        var plan = await database.Plan();

        (plan.Error, plan.Plan!.LockHolder).ShouldSatisfyAllConditions(
            answer => answer.Error.ShouldBeNull(), answer => answer.LockHolder.ShouldNotBeNull());
        (await run).Error.ShouldBeNull();
    }

    [ContractFact]
    public async Task Table_whose_identities_a_script_may_write_is_not_the_next_scripts()
    {
        var database = new ContractDatabase(server, Dialect, await Machine.CreateDatabase());
        database.Scripts
            .With("1_a.sql", "CREATE TABLE a (id int IDENTITY); SET IDENTITY_INSERT a ON; INSERT INTO a (id) VALUES (7)")
            .With("2_b.sql", "CREATE TABLE b (id int IDENTITY); SET IDENTITY_INSERT b ON; INSERT INTO b (id) VALUES (8)");

        (await database.Apply()).Error.ShouldBeNull();
    }

    [ContractFact]
    public async Task Script_that_removes_its_own_row_is_rolled_back()
    {
        var database = new ContractDatabase(server, Dialect, await Machine.CreateDatabase());
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int); DELETE FROM drawbridge.history");

        var report = await database.Apply();

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "statement-failed"));
        report.Error.Message.ShouldContain(HistorySql.RowIsGone);
        (await database.Exists("a")).ShouldBeFalse();
    }

    [ContractFact]
    public async Task Procedure_that_fails_half_way_outside_a_transaction_is_never_called_again()
    {
        var database = new ContractDatabase(server, Dialect, await Machine.CreateDatabase());
        database.Scripts
            .With("1_a.sql", "CREATE TABLE a (id int)")
            .With("2_p.sql", """
                CREATE PROCEDURE half AS
                INSERT INTO a VALUES (1);
                EXEC (N'ALTER DATABASE CURRENT SET RECURSIVE_TRIGGERS ON');
                THROW 50001, N'no further', 1;
                """)
            .With("3_call.sql", "EXEC half");

        (await database.Apply()).Error!.Code.ShouldBe("statement-unresolved");

        (await database.Apply()).Error!.Code.ShouldBe("interrupted-script");
        (await database.Query("SELECT id FROM a")).ShouldBe(["1"]);
    }
}
