using Drawbridge.Bench.Peers.Tools;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Processes;
using Npgsql;

namespace Drawbridge.Bench.Peers.Runs;

/// <summary>Says what was compared, with which versions and settings, and what is missing.</summary>
internal static class Heading
{
    private const string ServerSettings = """
        SELECT version() || '; ' || string_agg(name || '=' || current_setting(name), ', ' ORDER BY name)
        FROM pg_settings
        WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'shared_buffers', 'max_wal_size', 'jit')
        """;

    /// <summary>Writes it above all tables.</summary>
    public static async Task Write(Report report, LocalPostgres server, IReadOnlyList<Offer> offers, Plan plan)
    {
        await report.Say($"""
            ## Applying scripts, side by side

            {plan.Runs} runs each, in turns, every one in a fresh database, from the start of the process to its end.
            {Environment.ProcessorCount} cores, load {Load()}. {await About(server)}.

            """);
        foreach (var offer in offers)
        {
            await report.Say(offer.Tool is { } tool
                ? $"- {tool.Name} ({await Version(tool)}): {tool.Settings}"
                : $"- {offer.Name} is missing here ({offer.Source})");
        }
    }

    private static string Load() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static async Task<string> About(LocalPostgres server)
    {
        await using var connection = await server.Connect("postgres");
        await using var settings = new NpgsqlCommand(ServerSettings, connection);
        return (string)(await settings.ExecuteScalarAsync())!;
    }

    private static async Task<string> Version(ITool tool)
    {
        var said = await Subprocess.Run(tool.Version.In(Environment.CurrentDirectory));
        var lines = $"{said.Output}\n{said.Error}".Split('\n');
        return lines.LastOrDefault(line => line.Any(char.IsAsciiDigit))?.Trim() ?? "version unknown";
    }
}
