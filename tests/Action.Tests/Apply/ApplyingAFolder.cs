using System.Text.RegularExpressions;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.GitHubAction.Tests.Apply;

public sealed class ApplyingAFolder(SharedPostgres postgres) : IClassFixture<SharedPostgres>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-apply-").FullName;
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _output.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [PostgresFact]
    public async Task Scripts_of_one_database_are_applied_in_order_and_told()
    {
        var database = await postgres.CreateDatabase();
        Write("2_add_name.up.sql", "ALTER TABLE users ADD name text;");
        Write("1_create_users.up.sql", "CREATE TABLE users (id bigint);");

        (await Apply(database, ".")).ShouldBe(ExitCode.Fine, _output.ToString());

        (await Scalar(database, "SELECT count(*) FROM drawbridge.history")).ShouldBe(2L);
        _output.ToString().ShouldContain($"{database}: applied migrations/{database}/1_create_users.up.sql (1 statement");
    }

    [PostgresFact]
    public async Task Second_run_has_nothing_to_do()
    {
        var database = await postgres.CreateDatabase();
        Write("1_create_users.up.sql", "CREATE TABLE users (id bigint);");
        await Apply(database, ".");

        (await Apply(database, ".")).ShouldBe(ExitCode.Fine, _output.ToString());

        _output.ToString().ShouldContain($"{database}: succeeded: 0 scripts applied, now at 1");
    }

    [PostgresFact]
    public async Task Failing_statement_is_named_by_its_place_in_the_folder()
    {
        var database = await postgres.CreateDatabase();
        Write("1_create_users.up.sql", "CREATE TABLE users (id bigint);\nALTER TABLE userz ADD name text;\n");

        (await Apply(database, ".")).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("./1_create_users.up.sql:2");
        _output.ToString().ShouldContain("2 | ALTER TABLE userz ADD name text;\n  | ^\n");
        Regex.Count(_output.ToString(), "does not exist").ShouldBe(1, "the message is told once");
        (await Scalar(database, "SELECT to_regclass('users') IS NULL")).ShouldBe(true);
    }

    [PostgresFact]
    public async Task Root_database_goes_first_and_makes_the_others()
    {
        var root = await postgres.CreateDatabase();
        var shop = $"{root}_shop";
        Write($"{root}/1_create_shop.up.sql", $"CREATE DATABASE {shop};");
        Write($"{shop}/1_create_users.up.sql", "CREATE TABLE users (id bigint);");

        var exitCode = await Run(
            "apply", "--database-url", postgres.Server.Url("DB_NAME"), "--root-database", root, _folder);

        exitCode.ShouldBe(ExitCode.Fine, _output.ToString());
        (await Scalar(shop, "SELECT count(*) FROM users")).ShouldBe(0L);
        await postgres.Server.DropDatabase(shop);
    }

    [PostgresFact]
    public async Task Order_and_ignored_files_are_as_configured_above_the_database_s_folder()
    {
        var database = await postgres.CreateDatabase();
        Write("drawbridge.yml", $"databases: {{ {database}: {{ order: any }} }}\nignored-paths: ['**/notes.sql']\n");
        Write($"{database}/notes.sql", "SELECT 'oops;");
        Write($"{database}/2_create_orders.up.sql", "CREATE TABLE orders (id bigint);");
        (await Apply(database, database)).ShouldBe(ExitCode.Fine, _output.ToString());

        Write($"{database}/1_create_users.up.sql", "CREATE TABLE users (id bigint);");
        (await Apply(database, database)).ShouldBe(ExitCode.Fine, _output.ToString());

        (await Scalar(database, "SELECT count(*) FROM users")).ShouldBe(0L);
    }

    [PostgresFact]
    public async Task What_is_marked_done_is_not_run_in_a_database_from_before()
    {
        var database = await postgres.CreateDatabase();
        await Scalar(database, "CREATE TABLE users (id bigint)");
        Write("drawbridge.yml", $"marked:\n  - {{ path: {database}/1_create_users.up.sql, as: done, reason: made by hand }}\n  - {{ path: elsewhere/1_a.sql, as: done, reason: another's }}\n");
        Write($"{database}/1_create_users.up.sql", "CREATE TABLE users (id bigint);");
        Write($"{database}/2_create_orders.up.sql", "CREATE TABLE orders (id bigint);");

        (await Apply(database, database)).ShouldBe(ExitCode.Fine, _output.ToString());

        (await Scalar(database, "SELECT string_agg(state, ' ' ORDER BY id) FROM drawbridge.history")).ShouldBe("adopted applied");
    }

    [PostgresFact]
    public async Task What_golang_migrate_has_applied_is_adopted_if_the_configuration_says_so()
    {
        var database = await postgres.CreateDatabase();
        await Scalar(database, "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)");
        await Scalar(database, "INSERT INTO schema_migrations VALUES (1, false)");
        Write("drawbridge.yml", $"databases: {{ {database}: {{ adopt: golang-migrate }} }}\n");
        Write($"{database}/1_create_users.up.sql", "CREATE TABLE users (id bigint);");
        Write($"{database}/2_create_orders.up.sql", "CREATE TABLE orders (id bigint);");

        (await Apply(database, database)).ShouldBe(ExitCode.Fine, _output.ToString());

        _output.ToString().ShouldContain($"{database}: adopted migrations/{database}/1_create_users.up.sql");
        _output.ToString().ShouldContain($"{database}: applied migrations/{database}/2_create_orders.up.sql");
    }

    [PostgresFact]
    public async Task Late_version_is_refused_unless_it_is_configured()
    {
        var database = await postgres.CreateDatabase();
        Write($"{database}/2_create_orders.up.sql", "CREATE TABLE orders (id bigint);");
        await Apply(database, database);
        Write($"{database}/1_create_users.up.sql", "CREATE TABLE users (id bigint);");

        (await Apply(database, database)).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("out-of-order");
    }

    [PostgresFact]
    public async Task Advice_is_to_apply_again_because_nothing_is_deployed()
    {
        var database = await postgres.CreateDatabase();
        Write("1_create_users.up.sql", "CREATE TABLE users (id bigint);\nALTER TABLE userz ADD name text;\n");

        (await Apply(database, ".")).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("run 'drawbridge apply' again");
        _output.ToString().ShouldNotContain("deploy");
    }

    [Fact]
    public async Task Mistake_in_the_configuration_is_refused_before_the_database_is_reached()
    {
        Write("drawbridge.yml", "databases: { shop: { order: late } }");
        Write("shop/1_create_users.up.sql", "CREATE TABLE users (id bigint);");

        (await Run("apply", "--database-url", "postgres://me@127.0.0.1:9/DB_NAME", _folder)).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("drawbridge.yml:1:29: error configuration-invalid: 'order' can't be 'late'.");
    }

    [Fact]
    public async Task Folder_of_several_databases_is_not_applied_to_one()
    {
        Write("postgres/1_create_shop.up.sql", "CREATE DATABASE shop;");
        Write("shop/1_create_users.up.sql", "CREATE TABLE users (id bigint);");

        (await Run("apply", "--database-url", "postgres://me@127.0.0.1:9/shop", _folder)).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("error folder-of-several");
    }

    [Fact]
    public async Task Folder_of_one_database_is_not_taken_for_that_of_all()
    {
        Write("1_create_users.up.sql", "CREATE TABLE users (id bigint);");

        (await Run("apply", "--database-url", "postgres://me@127.0.0.1:9/DB_NAME", _folder)).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("error folder-of-one");
    }

    [Fact]
    public async Task Name_that_does_not_parse_is_refused_before_the_database_is_reached()
    {
        Write("1_create_users.up.sql", "CREATE TABLE users (id bigint);");
        Write("add_name.sql", "ALTER TABLE users ADD name text;");

        (await Run("apply", "--database-url", "postgres://me@127.0.0.1:9/shop", _folder)).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("invalid-name");
        _output.ToString().ShouldNotContain("unreachable");
    }

    [Fact]
    public async Task Link_to_a_file_is_refused_and_not_followed()
    {
        Write("1_create_users.up.sql", "CREATE TABLE users (id bigint);");
        File.CreateSymbolicLink(Path.Combine(_folder, "2_secret.up.sql"), "/etc/hostname");

        await ShouldRefuseTheLink("2_secret.up.sql");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("/nowhere")]
    public async Task Link_to_a_folder_is_refused_and_not_followed(string target)
    {
        Write("1_create_users.up.sql", "CREATE TABLE users (id bigint);");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "linked.sql"), target);

        await ShouldRefuseTheLink("linked.sql");
    }

    [Fact]
    public async Task Unwritable_place_for_what_the_runner_reads_is_said_without_a_stack_trace()
    {
        var variables = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_OUTPUT"] = _folder, ["GITHUB_STEP_SUMMARY"] = _folder };
        var surroundings = new Surroundings(variables, _folder, TimeProvider.System, _output, _output, IsTerminal: false);

        var exitCode = await DrawbridgeCommandLine.Run(["apply", "--database-url", "postgres://me@127.0.0.1:9/shop", "nowhere"], surroundings);

        exitCode.ShouldBe((int)ExitCode.Failed);
        _output.ToString().ShouldContain("file-unusable");
        _output.ToString().ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Missing_folder_is_said()
    {
        (await Run("apply", "--database-url", "postgres://me@127.0.0.1:9/shop", "nowhere")).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("The folder 'nowhere' is missing or holds no script.");
    }

    private async Task ShouldRefuseTheLink(string name)
    {
        (await Run("apply", "--database-url", "postgres://me@127.0.0.1:9/shop", _folder)).ShouldBe(ExitCode.Failed);

        _output.ToString().ShouldContain("not-a-file");
        _output.ToString().ShouldContain(name);
        _output.ToString().ShouldNotContain("unreachable");
    }

    private Task<ExitCode> Apply(string database, string folder) =>
        Run("apply", "--database-url", postgres.Server.Url(database), folder);

    private async Task<ExitCode> Run(params string[] arguments)
    {
        var surroundings = new Surroundings(
            new Dictionary<string, string>(), _folder, TimeProvider.System, _output, _output, IsTerminal: false);
        return (ExitCode)await DrawbridgeCommandLine.Run(arguments, surroundings);
    }

    private void Write(string path, string sql)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, sql);
    }

    private async Task<object?> Scalar(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.Server.ConnectionString(database));
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
