using BenchmarkDotNet.Attributes;
using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Bench.Sql;

/// <summary>How long one megabyte of T-SQL takes.</summary>
public class TSqlBenchmarks
{
    private readonly string _script = TSqlScript.OfLength(1024 * 1024);

    /// <summary>What ScriptDom itself takes to find the tokens, at which batches are split.</summary>
    [Benchmark]
    public int Tokens()
    {
        using var reader = new StringReader(_script);
        return new NewestSqlParser(initialQuotedIdentifiers: true).GetTokenStream(reader, out _).Count;
    }

    /// <summary>Its batches and statements, all of them parsed.</summary>
    [Benchmark]
    public SqlScript Read() => SqlServerReader.Read(_script);
}
