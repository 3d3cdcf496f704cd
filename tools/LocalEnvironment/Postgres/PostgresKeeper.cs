using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Drawbridge.LocalEnvironment.Postgres;

/// <summary>
/// A shell that owns one server: it makes the data directory, starts the server, and waits on its standard input, where
/// each line restarts the server. The kernel closes that pipe when this process ends, in whatever way, so the server
/// never outlives it.
/// </summary>
internal sealed class PostgresKeeper : IAsyncDisposable
{
    public const string Superuser = "postgres";

    private const int Attempts = 3;

    /// <summary>In what <c>ulimit -f</c> counts.</summary>
    private const int ShellBlock = 512;

    /// <summary>
    /// The data may be lost at any time, so nothing waits for the disk (fsync off): never do this where data matters.
    /// </summary>
    private const string Script =
        """
        umask 077
        trap '' INT HUP TERM
        root=$(mktemp -d "${TMPDIR:-/tmp}/drawbridge-postgres-XXXXXX" 2>/dev/null || mktemp -d /tmp/drawbridge-postgres-XXXXXX) || exit 1
        cd "$root" || exit 1
        printf %s "$DRAWBRIDGE_PASSWORD" > password
        unset DRAWBRIDGE_PASSWORD
        [ -z "$4" ] || ulimit -f "$4" || exit 1
        {
          "$1/initdb" -D data -U postgres --pwfile=password --auth=scram-sha-256 --encoding=UTF8 --no-locale --no-sync &&
          "$1/pg_ctl" start -w -t 30 -D data -l server.log \
            -o "-p $2 -k $root -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off -c full_page_writes=off \
              $3"
        } < /dev/null > setup.log 2>&1 && echo ready || { echo failed; cat setup.log server.log 2> /dev/null; }
        rm -f password
        while read -r mode; do
          "$1/pg_ctl" restart -w -t 30 -m "$mode" -D data -l server.log < /dev/null > setup.log 2>&1 && echo ready ||
            { echo failed; cat setup.log; }
        done
        [ -f data/postmaster.pid ] && "$1/pg_ctl" stop -m immediate -D data > /dev/null 2>&1
        cd / && rm -rf "$root"
        """;

    private readonly SemaphoreSlim _restarting = new(1);
    private readonly Process _shell;

    private PostgresKeeper(Process shell, int port)
    {
        _shell = shell;
        Port = port;
    }

    public int Port { get; }

    public static async Task<PostgresKeeper> Start(
        PostgresBinaries binaries, string password, LocalPostgresOptions options, CancellationToken cancellationToken)
    {
        options.Report("Starting PostgreSQL.");
        for (var attempt = 1; ; attempt++)
        {
            var keeper = Launch(binaries, password, options);
            var answer = await keeper._shell.StandardOutput.ReadLineAsync(cancellationToken) ?? "The shell ended.";
            if (answer == "ready")
            {
                return keeper;
            }

            keeper._shell.StandardInput.Close();
            answer += Environment.NewLine + await keeper._shell.StandardOutput.ReadToEndAsync(cancellationToken);
            await keeper.DisposeAsync();
            // Somebody may have taken the free port before the server did.
            if (attempt == Attempts || !answer.Contains("could not bind", StringComparison.Ordinal))
            {
                throw new LocalEnvironmentException(
                    $"PostgreSQL in '{binaries.Directory}' does not start. Repair it, or name a running server in "
                    + $"'{LocalPostgresOptions.NamedServerVariable}'. It said:{Environment.NewLine}{answer}");
            }
        }
    }

    /// <summary>Stops the server in one of <c>pg_ctl</c>'s modes and starts it again, at the same port.</summary>
    public async Task Restart(string mode)
    {
        await _restarting.WaitAsync();
        try
        {
            await _shell.StandardInput.WriteLineAsync(mode);
            await _shell.StandardInput.FlushAsync();
            if (await _shell.StandardOutput.ReadLineAsync() is not "ready")
            {
                throw new LocalEnvironmentException($"PostgreSQL could not be restarted with '-m {mode}'.");
            }
        }
        finally
        {
            _restarting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _restarting.Dispose();
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static PostgresKeeper Launch(PostgresBinaries binaries, string password, LocalPostgresOptions options)
    {
        var port = FreePort();
        var start = ServerUser.Shell(options);
        string[] arguments =
        [
            "-c", Script, "drawbridge-postgres", binaries.Directory, $"{port}", Settings(options), $"{options.LongestFile / ShellBlock}",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.Environment["DRAWBRIDGE_PASSWORD"] = password;
        start.Environment["LC_ALL"] = "C";
        if (binaries.LibraryDirectory is { } libraries)
        {
            start.Environment["LD_LIBRARY_PATH"] = libraries;
        }

        return new PostgresKeeper(Process.Start(start)!, port);
    }

    private static string Settings(LocalPostgresOptions options) =>
        string.Join(' ', options.Settings.Select(setting => $"-c {setting}"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
