using System.Collections.Frozen;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>
/// How deeply a batch nests: ScriptDom reads by recursion, and a stack that overflows can't be caught. Measured on a
/// stack of a megabyte, smaller than any that .NET gives to a thread: each limit is at most half of what it holds.
/// </summary>
internal sealed class Nesting
{
    /// <summary>Parentheses, CASE, BEGIN and signs inside each other. SQL Server allows 32 subqueries.</summary>
    private const int MostLevels = 100;

    /// <summary>Operators, or set operators and joins, in one row.</summary>
    private const int LongestChain = 3_000;

    /// <summary>IF, ELSE and WHILE that hold each other without BEGIN.</summary>
    private const int MostBranches = 1_000;

    /// <summary>What stands in no expression.</summary>
    private static readonly FrozenSet<TSqlTokenType> EndsOperators = FrozenSet.ToFrozenSet(
        [TSqlTokenType.Comma, TSqlTokenType.From, TSqlTokenType.On, TSqlTokenType.Select, TSqlTokenType.Where]);

    /// <summary>What stands in no query, but between parentheses.</summary>
    private static readonly FrozenSet<TSqlTokenType> EndsQueries = FrozenSet.ToFrozenSet(
    [
        TSqlTokenType.Alter, TSqlTokenType.Create, TSqlTokenType.Declare, TSqlTokenType.Delete, TSqlTokenType.Drop,
        TSqlTokenType.Exec, TSqlTokenType.Execute, TSqlTokenType.Insert, TSqlTokenType.Print, TSqlTokenType.Semicolon,
        TSqlTokenType.Set, TSqlTokenType.Update,
    ]);

    private static readonly FrozenSet<TSqlTokenType> Operators = FrozenSet.ToFrozenSet(
    [
        TSqlTokenType.Ampersand, TSqlTokenType.And, TSqlTokenType.Circumflex, TSqlTokenType.Divide, TSqlTokenType.Dot,
        TSqlTokenType.Minus, TSqlTokenType.Or, TSqlTokenType.PercentSign, TSqlTokenType.Plus, TSqlTokenType.Star,
        TSqlTokenType.VerticalLine,
    ]);

    private static readonly FrozenSet<TSqlTokenType> SetOperators = FrozenSet.ToFrozenSet(
        [TSqlTokenType.Except, TSqlTokenType.Intersect, TSqlTokenType.Join, TSqlTokenType.Union]);

    private static readonly FrozenSet<TSqlTokenType> Signs = FrozenSet.ToFrozenSet(
        [TSqlTokenType.Minus, TSqlTokenType.Not, TSqlTokenType.Plus, TSqlTokenType.Tilde]);

    private readonly Stack<(int Operators, int Queries)> _outer = [];
    private (int Operators, int Queries) _chain;
    private (int Branches, bool MayEnd) _open;
    private int _signs;

    /// <summary>Whether ScriptDom had better not read it.</summary>
    public static bool IsTooDeep(IEnumerable<TSqlParserToken> tokens)
    {
        var nesting = new Nesting();
        return tokens.Where(TSqlText.IsWord).Any(token => nesting.Exceeds(token.TokenType));
    }

    private bool Exceeds(TSqlTokenType type)
    {
        CountLevels(type);
        CountLinks(type);
        CountBranches(type);
        _signs = Signs.Contains(type) ? _signs + 1 : 0;
        return Math.Max(_outer.Count, _signs) > MostLevels
            || Math.Max(_chain.Operators, _chain.Queries) > LongestChain
            || _open.Branches > MostBranches;
    }

    private void CountLevels(TSqlTokenType type)
    {
        if (type is TSqlTokenType.LeftParenthesis or TSqlTokenType.Case or TSqlTokenType.Begin)
        {
            _outer.Push(_chain);
            _chain = default;
        }
        else if (type is TSqlTokenType.RightParenthesis or TSqlTokenType.End && _outer.TryPop(out var chain))
        {
            _chain = chain;
        }
    }

    private void CountLinks(TSqlTokenType type)
    {
        var endsQueries = EndsQueries.Contains(type);
        _chain = (
            endsQueries || EndsOperators.Contains(type) ? 0 : _chain.Operators + (Operators.Contains(type) ? 1 : 0),
            endsQueries ? 0 : _chain.Queries + (SetOperators.Contains(type) ? 1 : 0));
    }

    private void CountBranches(TSqlTokenType type)
    {
        var before = _open.MayEnd && type != TSqlTokenType.Else ? 0 : _open.Branches;
        var isBranch = type is TSqlTokenType.If or TSqlTokenType.Else or TSqlTokenType.While;
        _open = (before + (isBranch ? 1 : 0), type is TSqlTokenType.Semicolon or TSqlTokenType.End);
    }
}
