using Amazon.S3.Model;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.LambdaFunction.Tests.Uploads;

/// <summary>These wait for ten quiet seconds, as the function does, so they are few.</summary>
public sealed class ApplyingUploads(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    /// <summary>Nothing listens there.</summary>
    private const string NoSqlServer = "sqlserver://migrator:unused@127.0.0.1:1/DB_NAME";

    private const string Users = "CREATE TABLE users (id int);";

    [PostgresFact]
    public async Task What_was_uploaded_is_applied_once_when_the_folder_is_quiet()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        var users = Upload(function, database, ("1_users.sql", Users));
        var names = Upload(function, database, ("2_names.sql", "ALTER TABLE users ADD name text;"));

        await function.Invoke(users);
        (await Results(function)).ShouldBeEmpty();
        await function.Invoke(names);

        var (key, result) = (await Results(function)).ShouldHaveSingleItem();
        key.ShouldMatch($"^results/upload-[0-9]{{8}}T[0-9]{{6}}Z-request-1/{database}\\.json$");
        (result.Status, result.Applied, result.To).ShouldBe((ResultStatus.Succeeded, 2, "2"));
        function.Log.ShouldContain($"Left '{users}' to the event of '{names}', which is newer.");
    }

    [PostgresFact]
    public async Task Upload_that_breaks_a_binding_rule_is_refused_before_anything_runs()
    {
        await using var function = await Start();
        var database = await postgres.CreateDatabase();
        Upload(function, database, ("1_users.sql", Users));

        await function.Invoke(Upload(function, database, ("1_year.sql", "SELECT 1;")));

        var (_, result) = (await Results(function)).ShouldHaveSingleItem();
        (result.Status, result.Error!.Code, result.Applied).ShouldBe((ResultStatus.Refused, "upload-refused", 0));
        result.Error.Message.ShouldContain("duplicate-version");
    }

    [Theory]
    [InlineData("CREATE TABLE [order lines] ([id] int);\nGO\nDROP TABLE [order lines];\n", true)]
    [InlineData("CREATE TABLE users (id int;\n", false)]
    public async Task Upload_is_read_as_its_server_would(string script, bool isFine)
    {
        await using var function = await LocalFunction.Start(NoSqlServer, ("TRIGGER", "upload"));

        await Record.ExceptionAsync(() => function.Invoke(Upload(function, "shopdb", ("1_users.sql", script))));

        var (_, result) = (await Results(function)).ShouldHaveSingleItem();
        (result.Error!.Code == "upload-refused").ShouldBe(!isFine, result.Error.Message);
    }

    [PostgresFact]
    public async Task Database_that_is_still_to_come_is_waited_for()
    {
        await using var function = await Start();
        var key = Upload(function, "shop_to_come", ("1_users.sql", Users));

        await Should.ThrowAsync<DrawbridgeException>(function.Invoke(key));

        var (_, result) = (await Results(function)).ShouldHaveSingleItem();
        (result.Status, result.Error!.Code).ShouldBe((ResultStatus.Unavailable, "database-missing"));
    }

    [Fact]
    public async Task Upload_is_no_release_where_releases_are_the_trigger()
    {
        await using var function = await LocalFunction.Start();
        var key = Upload(function, "shopdb", ("1_users.sql", Users));

        await function.Invoke(key);

        function.Log.ShouldContain($"Ignored '{key}', which is no release.");
        (await Results(function)).ShouldBeEmpty();
    }

    private static string Upload(LocalFunction function, string database, (string Name, string Sql) script)
    {
        var key = $"migrations/{database}/{script.Name}";
        function.Put(key, script.Sql);
        return key;
    }

    private static async Task<IReadOnlyList<(string Key, Result Result)>> Results(LocalFunction function)
    {
        var listed = await function.S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = LocalFunction.BucketName, Prefix = "results/" });
        return [.. (listed.S3Objects ?? []).Select(found => (found.Key, function.Result(found.Key)!))];
    }

    private Task<LocalFunction> Start() => LocalFunction.Start(postgres.Server.Url("DB_NAME"), ("TRIGGER", "upload"));
}
