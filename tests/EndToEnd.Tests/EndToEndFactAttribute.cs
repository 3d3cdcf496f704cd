using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>
/// A fact about the whole path of a change. In an account it is skipped when it needs what an account does not have; on
/// this machine it needs PostgreSQL.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EndToEndFactAttribute : FactAttribute
{
    public EndToEndFactAttribute(Needs needs = Needs.Nothing)
    {
        Needs = needs;
        Skip = (AwsAccount.Named, needs) switch
        {
            (null, _) => TestMachine.SkipReason(LocalPostgres.Missing(TestMachine.Postgres)),
            (_, Needs.StandIn) => $"Only this machine's stand-in for AWS shows that: not with '{AwsAccount.Variable}'.",
            ({ DatabaseUrl: null }, Needs.Database) => $"'{AwsAccount.DatabaseVariable}' names no server to ask.",
            _ => null,
        };
    }

    public Needs Needs { get; }
}
