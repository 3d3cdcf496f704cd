using Drawbridge.Tests.Sql.PostgreSql.Generated;

namespace Drawbridge.Reading.Tests.Servers;

/// <summary>What of the generated SQL a version knows: bodies of functions in SQL came with 14, with bolder labels.</summary>
internal static class VersionedGrammar
{
    private const int FirstWithBodies = 14;

    public static GeneratedScript Script(int seed, int version) =>
        GeneratedScript.Of(seed, version < FirstWithBodies ? Reach.Psql : Reach.Server);

    public static bool Knows(int version, GeneratedStatement statement) =>
        version >= FirstWithBodies || !statement.Text.Contains("ATOMIC", StringComparison.Ordinal);
}
