using System.Collections.Concurrent;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Tests.Shared;

/// <summary>
/// One server of each version that tests ask for, shared by all tests of an assembly and ended with the process. Each
/// is set up for everything that a script may use: prepared transactions and logical replication too.
/// </summary>
public static class PostgresVersions
{
    private static readonly ConcurrentDictionary<int, Lazy<Task<LocalPostgres>>> Servers = new();

    /// <summary>The server of a major version, started for the first test that asks.</summary>
    public static Task<LocalPostgres> Server(int majorVersion) =>
        Servers.GetOrAdd(majorVersion, version => new(() => LocalPostgres.Start(Options(version)))).Value;

    /// <summary>Why a version can't be had on this machine; null when it can.</summary>
    internal static string? Missing(int majorVersion) => LocalPostgres.Missing(Options(majorVersion));

    private static LocalPostgresOptions Options(int majorVersion) =>
        TestMachine.Postgres.Of(majorVersion, "wal_level=logical", "max_prepared_transactions=20");
}
