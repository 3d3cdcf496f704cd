using System.Text;
using Drawbridge.Engine.Donors;
using Drawbridge.Manifests;

namespace Drawbridge.Engine.PostgreSql.Donors;

/// <summary>The advisory locks that other tools take while they migrate, computed as they do.</summary>
internal static class DonorLock
{
    /// <summary>The letters of 'Flyway' as a number.</summary>
    private const long FlywayBase = 77431708279161;

    private const uint GolangMigrateFactor = 1486364155;

    /// <summary>All that have to be held, so that the tool can't be at work.</summary>
    public static IEnumerable<long> Keys(DonorHistory donor, string database) => donor.Tool == DonorTool.Flyway
        ? [FlywayBase + JavaHash($"{Quoted(donor.Schema)}.{Quoted(donor.Table)}")]
        : Names(donor, database).Select(name => (long)unchecked(Crc32.Of(Encoding.UTF8.GetBytes(name)) * GolangMigrateFactor));

    /// <summary>
    /// golang-migrate's program takes the database's name with the slash of its URL, its library mostly without; older
    /// ones left out the table, or the schema too.
    /// </summary>
    private static IEnumerable<string> Names(DonorHistory donor, string database)
    {
        string[] prefixes = [$"{donor.Schema}\0{donor.Table}\0", $"{donor.Schema}\0", ""];
        return prefixes.SelectMany(prefix => (IEnumerable<string>)[$"{prefix}/{database}", $"{prefix}{database}"]);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Of a string, as Java defines it.</summary>
    private static int JavaHash(string text) => text.Aggregate(0, (hash, character) => unchecked((31 * hash) + character));
}
