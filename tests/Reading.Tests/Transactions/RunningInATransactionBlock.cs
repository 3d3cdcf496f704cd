using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Reading.Tests.Transactions;

/// <summary>What the reader says about transaction blocks is what servers do.</summary>
[Collection(nameof(FurnishedDatabase))]
public sealed class RunningInATransactionBlock
{
    private const string ActiveTransaction = "25001";

    [PostgresVersionsTheory]
    [MemberData(nameof(StatementForms.Refused), MemberType = typeof(StatementForms))]
    public async Task Server_refuses_what_the_reader_says(int version, string statement)
    {
        (await FurnishedDatabase.InABlock(version, statement)).ShouldBe(ActiveTransaction);
        CannotRun(statement).ShouldBeTrue();
    }

    [PostgresVersionsTheory]
    [MemberData(nameof(StatementForms.Accepted), MemberType = typeof(StatementForms))]
    public async Task Server_accepts_everything_else(int version, string statement)
    {
        (await FurnishedDatabase.InABlock(version, statement)).ShouldBe("");
        CannotRun(statement).ShouldBeFalse();
    }

    private static bool CannotRun(string statement) =>
        PostgreSqlReader.Read(statement).Statements.ShouldHaveSingleItem().CannotRunInTransaction;
}
