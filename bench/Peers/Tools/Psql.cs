namespace Drawbridge.Bench.Peers.Tools;

/// <summary>The client that floors are measured with.</summary>
internal static class Psql
{
    /// <summary>Runs the file <c>all.sql</c> and ends with its first error.</summary>
    public static Invocation Run(string program, DatabaseAddress database, params IReadOnlyList<string> options) =>
        new(program, ["-X", "-q", "-v", "ON_ERROR_STOP=1", .. options, "-f", "all.sql", database.Url]);
}
