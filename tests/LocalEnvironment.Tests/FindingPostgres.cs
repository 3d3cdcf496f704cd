namespace Drawbridge.LocalEnvironment.Tests;

public sealed class FindingPostgres : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drawbridge-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Nothing_installed_and_no_npm_is_missing_with_a_remedy() =>
        LocalPostgres.Missing(Bare()).ShouldNotBeNull().ShouldContain("Install PostgreSQL");

    [Fact]
    public void A_named_server_is_enough() =>
        LocalPostgres.Missing(Bare() with { NamedServer = "postgresql://me@db/postgres" }).ShouldBeNull();

    [Fact]
    public void A_lone_initdb_on_the_path_is_a_wrapper_and_does_not_count()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "initdb"), "#!/bin/sh\n");
        LocalPostgres.Missing(Bare() with { SearchPath = _folder.FullName }).ShouldNotBeNull();
    }

    [Fact]
    public void A_named_server_is_of_no_given_version() =>
        LocalPostgres.Missing((Bare() with { NamedServer = "postgresql://me@db/postgres" }).Of(18)).ShouldNotBeNull();

    [Theory]
    [InlineData("15", 15, true)]
    [InlineData("15.4", 15, true)]
    [InlineData("15", 16, false)]
    [InlineData("current", 16, false)]
    public void Folder_above_the_programs_names_the_version(string folder, int version, bool isFound)
    {
        var programs = _folder.CreateSubdirectory($"nowhere/{folder}/bin");
        foreach (var program in (string[])["initdb", "pg_ctl", "postgres"])
        {
            File.WriteAllText(Path.Combine(programs.FullName, program), "");
        }

        LetEverybodyIn();
        (LocalPostgres.Missing(Bare().Of(version)) is null).ShouldBe(isFound);
    }

    [Fact]
    public void A_version_that_nobody_has_is_missing() =>
        LocalPostgres.Missing(Bare().Of(7)).ShouldNotBeNull().ShouldContain("PostgreSQL 7");

    [Fact]
    public async Task Starting_without_anything_says_what_to_do()
    {
        var failure = await Should.ThrowAsync<LocalEnvironmentException>(() => LocalPostgres.Start(Bare()));
        failure.Message.ShouldContain("npm");
    }

    [Theory]
    [InlineData("postgresql://me:s%40cret@db:6432/postgres", "db", 6432, "me", "s@cret")]
    [InlineData("postgres://me@db", "db", 5432, "me", "")]
    [InlineData("Host=db;Username=me;Password=x", "db", 5432, "me", "x")]
    public async Task A_named_server_is_a_url_or_a_connection_string(
        string name, string host, int port, string user, string password)
    {
        await using var server = await LocalPostgres.Start(Bare() with { NamedServer = name });
        (server.Host, server.Port, server.User, server.Password).ShouldBe((host, port, user, password));
        server.IsNamed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("postgresql://")]
    [InlineData("Port=5432")]
    public async Task A_name_that_names_nothing_is_refused(string name)
    {
        var failure = await Should.ThrowAsync<LocalEnvironmentException>(
            () => LocalPostgres.Start(Bare() with { NamedServer = name }));
        failure.Message.ShouldContain("DRAWBRIDGE_TEST_POSTGRES");
    }

    /// <summary>As root, only programs that others can reach are of use.</summary>
    private void LetEverybodyIn()
    {
        if (!OperatingSystem.IsWindows())
        {
            _folder.UnixFileMode |= UnixFileMode.OtherExecute;
        }
    }

    private LocalPostgresOptions Bare() => new()
    {
        TempDirectory = _folder.FullName,
        InstallationRoot = Path.Combine(_folder.FullName, "nowhere"),
    };
}
