using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>What several rules advise.</summary>
internal static class Advice
{
    /// <summary>How a partitioned table gets an index while others work.</summary>
    public static string ForPartitions(string create, QualifiedName table) =>
        $"Write '{create} … ON ONLY {table.Text} …', then for each partition '{create} CONCURRENTLY …' and 'ALTER "
            + "INDEX … "
            + "ATTACH PARTITION …'.";
}
