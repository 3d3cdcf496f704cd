using System.Collections.Concurrent;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.Reading.Tests.Transactions;

/// <summary>
/// A database, one for each version, that holds everything the statements of these tests name. They run in transactions
/// that nobody commits, so that nothing in it ever changes.
/// </summary>
internal static class FurnishedDatabase
{
    /// <summary>Stands for a connection string that a subscription can use.</summary>
    public const string Publisher = "{publisher}";

    /// <summary>No worker ever reaches a publisher: to enable a subscription, a slot's name is enough.</summary>
    private static readonly string[] Furniture =
    [
        "CREATE TABLE t (a int NOT NULL, b int)",
        "CREATE UNIQUE INDEX i ON t (a)",
        "CREATE TABLE parted (a int NOT NULL) PARTITION BY RANGE (a)",
        "CREATE TABLE part PARTITION OF parted FOR VALUES FROM (0) TO (9)",
        "CREATE INDEX parted_i ON parted (a)",
        "CREATE MATERIALIZED VIEW mv AS SELECT a FROM t",
        "CREATE UNIQUE INDEX mv_i ON mv (a)",
        "CREATE TYPE mood AS ENUM ('ok')",
        "CREATE PROCEDURE commits() LANGUAGE plpgsql AS 'BEGIN COMMIT; END'",
        "CREATE PROCEDURE works() LANGUAGE plpgsql AS 'BEGIN INSERT INTO t VALUES (1); END'",
        "CREATE FUNCTION on_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
        "CREATE SUBSCRIPTION live CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p, q WITH (connect = false)",
        "ALTER SUBSCRIPTION live SET (slot_name = 'live')",
        "ALTER SUBSCRIPTION live ENABLE",
        "CREATE SUBSCRIPTION idle CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false)",
        "ALTER SUBSCRIPTION idle SET (slot_name = 'idle')",
        "CREATE SUBSCRIPTION bare CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false)",
        "ALTER SUBSCRIPTION bare SET (slot_name = NONE)",
        "CREATE DATABASE other",
        "SET allow_in_place_tablespaces = on",
        "CREATE TABLESPACE space LOCATION ''",
        "BEGIN",
        "CREATE TABLE prepared ()",
        "PREPARE TRANSACTION 'x'",
    ];

    private static readonly ConcurrentDictionary<int, Lazy<Task<string>>> Names = new();

    /// <summary>The SQLSTATE with which a server answers in a transaction block; empty when it agrees.</summary>
    public static async Task<string> InABlock(int version, params string[] statements)
    {
        var name = await Names.GetOrAdd(version, number => new(() => Furnish(number))).Value;
        await using var connection = await (await PostgresVersions.Server(version)).Connect(name);
        var publisher = await PublisherOf(version);
        await Execute(connection, "BEGIN");
        try
        {
            foreach (var statement in statements)
            {
                await Execute(connection, statement.Replace(Publisher, publisher, StringComparison.Ordinal));
            }

            return "";
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }

    private static async Task<string> Furnish(int version)
    {
        var server = await PostgresVersions.Server(version);
        var name = await server.CreateDatabase("furnished");
        await using var connection = await server.Connect(name);
        foreach (var statement in Furniture)
        {
            await Execute(connection, statement);
        }

        return name;
    }

    private static async Task<string> PublisherOf(int version)
    {
        var server = await PostgresVersions.Server(version);
        return $"host={server.Host} port={server.Port} user={server.User} password={server.Password} dbname=postgres";
    }

    private static async Task Execute(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
