namespace Drawbridge.Engine.Tests.Contract;

[NeedsSqlServer]
public sealed class SqlServerContract(SharedSqlServer server) : DatabaseContract, IClassFixture<SharedSqlServer>
{
    private protected override Dialect Dialect { get; } = new SqlServerDialect();

    private protected override IContractServer Machine => server;
}
