using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

/// <content>What is in the way of a release before anything runs.</content>
public abstract partial class DatabaseContract
{
    [ContractFact]
    public async Task Applied_script_with_another_content_is_drift()
    {
        var database = await WithOneApplied();
        database.Scripts.With("5_a.sql", "CREATE TABLE a (id bigint)").With("6_b.sql", "CREATE TABLE b (id int)");

        (await ShouldRefuse(database, "drifted")).Error!.Script.ShouldBe($"migrations/{database.Name}/5_a.sql");
    }

    [ContractFact]
    public async Task Late_version_is_out_of_order_unless_the_release_allows_it()
    {
        var database = await WithOneApplied();
        database.Scripts.With("4_b.sql", "CREATE TABLE b (id int)");

        await ShouldRefuse(database, "out-of-order");

        var allowed = await database.Apply(ReleaseOptions.Default with { Order = ReleaseOrder.Any });
        allowed.Error.ShouldBeNull();
        allowed.Warnings.ShouldHaveSingleItem().Code.ShouldBe("late");
        (await database.Exists("b")).ShouldBeTrue();
    }

    [ContractFact]
    public async Task Script_that_the_release_no_longer_names_is_a_warning()
    {
        var database = await WithOneApplied();
        database.Scripts.Without("5_a.sql").With("6_b.sql", "CREATE TABLE b (id int)");

        var report = await database.Apply();

        report.Status.ShouldBe(ResultStatus.Succeeded);
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("missing");
    }

    [ContractFact]
    public async Task Script_whose_bytes_changed_in_the_bucket_is_not_run()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_b.sql", "CREATE TABLE b (id int)").Replaced("6_b.sql", "CREATE TABLE b (id xml)");

        await ShouldRefuse(database, "hash-mismatch");
    }

    [ContractFact]
    public async Task Database_with_another_tools_history_is_left_alone()
    {
        var database = await Empty();
        await database.Execute(Dialect.OtherToolsTable);
        database.Scripts.With("6_b.sql", "CREATE TABLE b (id int)");

        (await database.Plan()).Error!.Code.ShouldBe("foreign-history");
        (await ShouldRefuse(database, "foreign-history")).Error!.Message.ShouldContain("schema_migrations");
    }

    [ContractFact]
    public async Task Database_from_before_counts_marked_scripts_as_adopted_and_runs_the_others()
    {
        var database = await Empty();
        await database.Execute("CREATE TABLE a (id int)");
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("2_b.sql", "CREATE TABLE b (id int)");

        var report = await database.Apply(("1_a.sql", MarkedAs.Done, "made by hand"));

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        (await database.History()).ShouldBe(["1 migration 1_a.sql adopted", "2 migration 2_b.sql applied"]);
    }

    private static async Task<RunReport> ShouldRefuse(ContractDatabase database, string code)
    {
        var report = await database.Apply();

        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, code));
        report.Error!.Remedy.ShouldNotBeNullOrWhiteSpace();
        (await database.Exists("b")).ShouldBeFalse();
        return report;
    }
}
