using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>A part of a batch that can be read by itself.</summary>
/// <param name="Tokens">From its first word on, to its semicolon if it has one.</param>
internal sealed record TSqlPiece(IReadOnlyList<TSqlParserToken> Tokens)
{
    /// <summary>A parenthesis without its partner, or a block.</summary>
    public (SyntaxErrorKind Kind, TSqlParserToken At)? Flaw { get; init; }

    /// <summary>Whether it makes something that must be the first of its batch, and is not.</summary>
    public bool IsMisplaced { get; init; }
}
