using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>What stands between two lines <c>GO</c>.</summary>
/// <param name="Span">The text that is sent.</param>
/// <param name="Tokens">Its tokens, without the commands of sqlcmd.</param>
/// <param name="Count">How often it runs.</param>
/// <param name="IsFinished">Whether all of its strings, names and comments end.</param>
internal sealed record BatchPart(TextSpan Span, IReadOnlyList<TSqlParserToken> Tokens, int Count, bool IsFinished)
{
    /// <summary>Whether there is anything to run.</summary>
    public bool HasWords => !IsFinished || Tokens.Any(TSqlText.IsWord);
}
