using Drawbridge.LocalEnvironment;
using Npgsql;
using Xunit;

namespace Drawbridge.Tests.Shared.Tls;

/// <summary>
/// A server of its own that speaks TLS. Its certificate is for <c>localhost</c>, signed by an authority whose own
/// certificate lies in a file.
/// </summary>
public sealed class TlsPostgres : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drawbridge-tls-");
    private LocalPostgres? _server;

    /// <summary>The server.</summary>
    public LocalPostgres Server =>
        _server ?? throw new InvalidOperationException("The fixture is not initialized yet.");

    /// <summary>Who signs for the server.</summary>
    public TestAuthority Authority { get; } = new("Test authority");

    /// <summary>Somebody else.</summary>
    public TestAuthority Stranger { get; } = new("Stranger");

    /// <summary>The file of the authority.</summary>
    public string AuthorityFile => File("authority.pem", Authority.Pem);

    /// <summary>The file of somebody else.</summary>
    public string StrangerFile => File("stranger.pem", Stranger.Pem);

    /// <summary>Writes a file beside them.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Makes an empty folder beside them.</summary>
    public string CreateFolder() => _folder.CreateSubdirectory(Guid.NewGuid().ToString()).FullName;

    /// <summary>Shows another certificate from now on.</summary>
    public async Task Show((string Certificate, string Key) pair)
    {
        await Place("server.crt", pair.Certificate);
        await Place("server.key", pair.Key);
        await Reload();
    }

    /// <summary>Lets a role in only over TLS and with its password in the clear, as RDS does it with a token.</summary>
    public async Task AskForPlainPassword(string role)
    {
        const string Others = "host all all all scram-sha-256";
        await Place("pg_hba.conf", $"hostssl all {role} all password\nhost all {role} all reject\n{Others}\n");
        await Reload();
    }

    /// <summary>Runs a statement as the superuser.</summary>
    public async Task Execute(string statement)
    {
        await using var connection = await Server.Connect("postgres");
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var options = TestMachine.Postgres with { NamedServer = null };
        if (LocalPostgres.Missing(options) is not { } missing || TestMachine.SkipReason(missing) is null)
        {
            _server = await LocalPostgres.Start(options);
            await Show(Authority.Sign("localhost"));
            await Execute("ALTER SYSTEM SET ssl = on");
            await Reload();
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        Authority.Dispose();
        Stranger.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Into the server's data folder, as the user that it runs as, because a key must be its alone.</summary>
    private Task Place(string file, string text) => Execute(
        $"COPY (SELECT unnest(string_to_array(trim(E'\\n' FROM '{text}'), E'\\n'))) "
        + $"TO PROGRAM 'umask 077; cat > {file}'");

    private Task Reload() => Execute("SELECT pg_reload_conf()");
}
