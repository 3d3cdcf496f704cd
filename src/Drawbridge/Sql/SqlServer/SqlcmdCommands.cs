using System.Collections.Frozen;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>
/// Recognises what sqlcmd carries out itself: lines that begin with a command of it, and its variables.
/// </summary>
internal static class SqlcmdCommands
{
    /// <summary>Those that begin with a colon, from the documentation of sqlcmd.</summary>
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "connect", "ed", "error", "exit", "help", "list", "listvar", "on", "out", "perftrace", "quit", "r", "reset",
        "serverlist", "setvar", "xml");

    /// <summary>Whether the rest of the line, which begins with this token, is one.</summary>
    public static bool BeginsWith(TSqlParserToken token, TSqlParserToken? next) => next is not null
        && next.Offset == TSqlText.Behind(token)
        && token.TokenType switch
        {
            TSqlTokenType.Colon => Names.Contains(next.Text),
            TSqlTokenType.Bang => next.TokenType == TSqlTokenType.Bang,
            _ => false,
        };

    /// <summary>Whether it is <c>$(name)</c>.</summary>
    public static bool IsVariable(TSqlParserToken token) => token.TokenType == TSqlTokenType.SqlCommandIdentifier;

    /// <summary>What to do instead.</summary>
    public static string RemedyFor(string command) => command.ToUpperInvariant() switch
    {
        ":R" => "Write what the other file says here, or into a script of its own: each file is a script.",
        ":SETVAR" => "Write the value where it is used: a script is the same for every database.",
        ":CONNECT" => "Remove it: a script runs in the database that its folder names.",
        ":ON" => "Remove it: a script ends at its first error.",
        _ when command.StartsWith("$(", StringComparison.Ordinal) =>
            "Write the value: a script is the same for every database.",
        _ => "Write it in T-SQL, or remove it.",
    };
}
