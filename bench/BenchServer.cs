using System.Collections;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Bench;

/// <summary>The PostgreSQL that all is measured against: one of its own, or the one that the environment names.</summary>
internal static class BenchServer
{
    public static LocalPostgresOptions Options(string folder)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
        return LocalPostgresOptions.From(environment, folder);
    }
}
