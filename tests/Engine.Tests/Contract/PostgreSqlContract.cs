using Drawbridge.Engine.PostgreSql;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests.Contract;

[NeedsPostgreSql]
public sealed class PostgreSqlContract(SharedPostgres postgres) : DatabaseContract, IClassFixture<SharedPostgres>
{
    private protected override Dialect Dialect { get; } = new PostgreSqlDialect();

    private protected override IContractServer Machine => new PostgreSqlMachine(postgres);

    private sealed class PostgreSqlMachine(SharedPostgres postgres) : IContractServer
    {
        public IDatabaseServer Server =>
            PostgreSqlServer.Parse(postgres.Server.ConnectionString(DatabaseServer.Placeholder));

        public Task<string> CreateDatabase() => postgres.CreateDatabase("contract");

        public Task<IReadOnlyList<string>> Query(string database, string sql) =>
            new TestDatabase(postgres.Server, database).Query(sql);
    }
}
