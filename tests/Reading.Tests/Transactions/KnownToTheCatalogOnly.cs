using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Reading.Tests.Transactions;

/// <summary>
/// Where the text of a statement does not tell how a transaction block takes it: the reader says one thing, and the
/// server may say the other. A runner must be ready for it.
/// </summary>
[Collection(nameof(FurnishedDatabase))]
public sealed class KnownToTheCatalogOnly
{
    private const string ActiveTransaction = "25001";
    private const string InvalidTransactionTermination = "2D000";
    private const string UnsafeNewEnumValue = "55P04";

    /// <summary>Each with the versions that answer so.</summary>
    private static readonly (int Since, int Until, string SqlState, string[] Statements)[] Refused =
    [
        (14, 18, ActiveTransaction, ["REINDEX TABLE parted"]),
        (14, 18, ActiveTransaction, ["REINDEX INDEX parted_i"]),
        (15, 18, ActiveTransaction, ["CLUSTER parted USING parted_i"]),
        (13, 18, InvalidTransactionTermination, ["CALL commits()"]),
        (13, 18, InvalidTransactionTermination, ["DO $$ BEGIN COMMIT; END $$"]),
        (13, 18, ActiveTransaction, ["TRUNCATE t", "SELECT pg_create_logical_replication_slot('s', 'pgoutput')"]),
        (13, 18, ActiveTransaction, ["SELECT 1", "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"]),
        (13, 18, UnsafeNewEnumValue, ["ALTER TYPE mood ADD VALUE 'great'", "SELECT 'great'::mood"]),
        (13, 16, UnsafeNewEnumValue, ["CREATE TYPE e AS ENUM ('a')", "ALTER TYPE e ADD VALUE 'b'", "SELECT 'b'::e"]),
        (17, 18, "", ["CREATE TYPE e AS ENUM ('a')", "ALTER TYPE e ADD VALUE 'b'", "SELECT 'b'::e"]),
    ];

    public static TheoryData<int, string, string[]> RefusedForms
    {
        get
        {
            var rows = new TheoryData<int, string, string[]>();
            foreach (var version in TestMachine.PostgresVersions)
            {
                foreach (var form in Refused.Where(form => form.Since <= version && version <= form.Until))
                {
                    rows.Add(version, form.SqlState, form.Statements);
                }
            }

            return rows;
        }
    }

    [PostgresVersionsTheory]
    [MemberData(nameof(RefusedForms))]
    public async Task Server_decides_by_what_it_finds(int version, string sqlState, string[] statements)
    {
        (await FurnishedDatabase.InABlock(version, statements)).ShouldBe(sqlState);
        statements.ShouldAllBe(statement => !CannotRun(statement));
    }

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task Subscription_without_a_slot_may_go_in_a_block(int version)
    {
        const string Statement = "DROP SUBSCRIPTION bare";
        (await FurnishedDatabase.InABlock(version, Statement)).ShouldBe("");
        CannotRun(Statement).ShouldBeTrue();
    }

    private static bool CannotRun(string statement) =>
        PostgreSqlReader.Read(statement).Statements.ShouldHaveSingleItem().CannotRunInTransaction;
}
