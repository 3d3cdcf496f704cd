using System.Diagnostics;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>PostgreSQL's own programs: what they make and show is the truth to compare with.</summary>
internal sealed class PostgresPrograms(LocalPostgres server)
{
    /// <summary>Applies a file as <c>psql -1 -f</c> does.</summary>
    public Task Apply(string database, string file) =>
        Run("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", file, server.Url(database));

    /// <summary>The schema as <c>pg_dump</c> shows it, without what Drawbridge keeps for itself.</summary>
    public async Task<string> Schema(string database)
    {
        var dump = await Run("pg_dump", "--schema-only", "--exclude-schema=drawbridge", server.Url(database));
        // Newer versions fence the dump with a random word.
        return string.Join('\n', dump.Split('\n').Where(line => !line.StartsWith(@"\restrict", StringComparison.Ordinal) && !line.StartsWith(@"\unrestrict", StringComparison.Ordinal)));
    }

    private async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(server.BinDirectory!, program), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        return output;
    }
}
