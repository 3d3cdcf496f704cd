using System.Diagnostics;
using Drawbridge.LocalEnvironment;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Reading.Tests.Psql;

/// <summary>The real psql, which reads scripts and sends them to a server that only listens.</summary>
internal static class PsqlProgram
{
    /// <summary>Sent between two scripts; no script holds it.</summary>
    private const string Border = "-- next script --";

    /// <summary>What psql makes of each script. One process reads them all, each with a fresh lexer.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<SentStatement>>> Split(IReadOnlyList<string> scripts)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var server = new PretendedServer();
        var folder = Directory.CreateTempSubdirectory("drawbridge-psql-");
        try
        {
            var listening = server.Listen(IsCopyFromStdin, timeout.Token);
            await Run(Start(server.Port, Files(folder, scripts)), timeout.Token);
            return Parted(await listening);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Files(DirectoryInfo folder, IReadOnlyList<string> scripts)
    {
        for (var number = 0; number < scripts.Count; number++)
        {
            var file = Path.Combine(folder.FullName, $"{number}.sql");
            File.WriteAllText(file, scripts[number]);
            yield return file;
        }
    }

    private static ProcessStartInfo Start(int port, IEnumerable<string> files)
    {
        var program = Path.Combine(LocalPostgres.ClientDirectory(TestMachine.Postgres)!, "psql");
        var server = $"host=127.0.0.1 port={port} user=u dbname=d sslmode=disable gssencmode=disable";
        var start = new ProcessStartInfo(program, ["-X", "-q", "-d", server])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGCLIENTENCODING"] = "UTF8";
        foreach (var argument in files.SelectMany(file => (string[])["-f", file, "-c", Border]))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static async Task Run(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var psql = Process.Start(start)!;
        await Task.WhenAll(
            psql.StandardOutput.ReadToEndAsync(cancellationToken), psql.StandardError.ReadToEndAsync(cancellationToken));
        await psql.WaitForExitAsync(cancellationToken);
    }

    private static List<IReadOnlyList<SentStatement>> Parted(IReadOnlyList<SentStatement> sent)
    {
        var (scripts, current) = (new List<IReadOnlyList<SentStatement>>(), new List<SentStatement>());
        foreach (var statement in sent)
        {
            if (statement.Text == Border)
            {
                scripts.Add(current);
                current = [];
            }
            else
            {
                current.Add(statement);
            }
        }

        return scripts;
    }

    private static bool IsCopyFromStdin(string text) =>
        PostgreSqlReader.Read(text).Statements is [{ Kind: StatementKind.CopyFromStdin }];
}
