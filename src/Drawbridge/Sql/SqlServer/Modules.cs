using System.Collections.Frozen;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>
/// The statements that the server takes only as the first of a batch: it keeps the whole batch as their text.
/// </summary>
internal static class Modules
{
    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "FUNCTION", "PROC", "PROCEDURE", "TRIGGER", "VIEW");

    /// <summary>Whether such a statement begins at a word; <c>GRANT CREATE VIEW</c> begins none.</summary>
    /// <param name="words">The words of a batch.</param>
    /// <param name="at">Which of them.</param>
    public static bool BeginAt(IReadOnlyList<TSqlParserToken> words, int at)
    {
        var isVerb = words[at].TokenType is TSqlTokenType.Create or TSqlTokenType.Alter;
        if (!isVerb || (at > 0 && GoesOn(words[at - 1])))
        {
            return false;
        }

        var isOrAlter = words.ElementAtOrDefault(at + 1)?.TokenType == TSqlTokenType.Or;
        return words.ElementAtOrDefault(at + (isOrAlter ? 3 : 1)) is { } kind && Kinds.Contains(kind.Text);
    }

    private static bool GoesOn(TSqlParserToken token) => token.TokenType
        is TSqlTokenType.Grant or TSqlTokenType.Deny or TSqlTokenType.Revoke or TSqlTokenType.Comma or TSqlTokenType.For
            or TSqlTokenType.Or;
}
