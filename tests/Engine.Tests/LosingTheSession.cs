using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>A script without a transaction that stopped behind a statement whose effect ended with its session.</summary>
public sealed class LosingTheSession(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresTheory]
    [InlineData("CREATE TEMP TABLE orders AS SELECT 3 AS id")]
    [InlineData("CREATE TABLE pg_temp.orders (id int)")]
    [InlineData("CREATE TEMPORARY VIEW orders AS SELECT 3 AS id")]
    [InlineData("CREATE TEMP SEQUENCE orders_id")]
    [InlineData("SELECT 3 AS id INTO TEMP TABLE orders")]
    [InlineData("CREATE FUNCTION pg_temp.three() RETURNS int LANGUAGE sql AS 'SELECT 3'")]
    [InlineData("DO $$ BEGIN CREATE TEMP TABLE orders (id int); END $$")]
    [InlineData("PREPARE three AS SELECT 3")]
    [InlineData("DECLARE three CURSOR WITH HOLD FOR SELECT 3")]
    [InlineData("LISTEN three")]
    [InlineData("SELECT pg_advisory_lock(3)")]
    [InlineData("SELECT set_config('app.tenant', make('acme'), false)")]
    [InlineData("SELECT set_config('app.tenant', 'acme', false) FROM (SELECT make('acme')) AS made")]
    [InlineData("INSERT INTO made SELECT set_config('app.tenant', 'acme', false)")]
    [InlineData("DO $$ BEGIN PERFORM set_config('app.tenant', make('acme'), false); END $$")]
    public async Task Nothing_behind_it_is_run_in_another_session(string statement)
    {
        var database = await Stopped(statement);
        var made = await database.Query("SELECT count(*) FROM made");

        var report = await database.Apply();

        (report.Status, report.Error!.Code, report.Error.Statement, report.Error.Line).ShouldBe((ResultStatus.Refused, "interrupted-script", 1, 2));
        (await database.Query("SELECT id FROM public.orders")).ShouldBe(["1"]);
        (await database.Query("SELECT count(*) FROM made")).ShouldBe(made);
        (await database.Apply(("1_a.sql", MarkedAs.Done, "Completed by hand."))).Error.ShouldBeNull();
    }

    [PostgresTheory]
    [InlineData("SELECT pg_catalog.set_config('search_path', 'app', false)")]
    [InlineData("SELECT set_config('app.tenant', 'acme', false) AS tenant, /* here */ set_config('search_path', 'app', 'off')")]
    [InlineData("SET search_path = app")]
    public async Task What_only_sets_is_set_again(string statement)
    {
        var database = await Stopped(statement);

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT id FROM public.orders")).ShouldBe(["1"]);
        (await database.Query("SELECT id FROM app.orders")).ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task Failure_says_already_that_no_run_can_go_on()
    {
        var database = await Started("CREATE TEMP TABLE orders AS SELECT 3 AS id");

        var error = (await database.Apply()).Error!;

        error.Statement.ShouldBe(2);
        error.Remedy.ShouldContain("no run can go on");
    }

    private async Task<TestDatabase> Started(string statement)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute(
            "CREATE TABLE orders (id int)",
            "INSERT INTO orders VALUES (1)",
            "CREATE SCHEMA app",
            "CREATE TABLE app.orders (id int)",
            "INSERT INTO app.orders VALUES (2)",
            "CREATE TABLE made (what text)",
            "CREATE FUNCTION make(what text) RETURNS text LANGUAGE sql AS 'INSERT INTO made VALUES (what) RETURNING what'");
        database.Scripts.With("1_a.sql", $"-- drawbridge: transaction=off\n{statement};\nDROP TABLE public.in_the_way;\nDELETE FROM orders;");
        return database;
    }

    /// <summary>In its second statement, and what made it stop is out of the way.</summary>
    private async Task<TestDatabase> Stopped(string statement)
    {
        var database = await Started(statement);
        (await database.Apply()).Error!.Statement.ShouldBe(2);
        await database.Execute("CREATE TABLE in_the_way ()");
        return database;
    }
}
