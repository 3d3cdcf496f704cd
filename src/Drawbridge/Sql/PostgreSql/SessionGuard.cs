using System.Buffers;

namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// Sees what would take the runner's session away from it, where the text of a statement shows it. What hides in a
/// function, or is put together in a DO block, only the server can tell.
/// </summary>
internal static class SessionGuard
{
    private static readonly StatementTable<DamageRow> Statements = new(
        row => row.Form,
        [
            new("DISCARD ALL", SessionDamage.ReleasesLock),
            new(
                "SET [SESSION|LOCAL] standard_conforming_strings TO|= ON|TRUE|1|'on'|'true'|'1'|DEFAULT end",
                SessionDamage.None),
            new("SET [SESSION|LOCAL] standard_conforming_strings", SessionDamage.ChangesQuoting),
            new(
                "SET [SESSION|LOCAL] client_encoding TO|= UTF8|'utf8'|'utf-8'|UNICODE|'unicode'|DEFAULT end",
                SessionDamage.None),
            new("SET [SESSION|LOCAL] client_encoding", SessionDamage.ChangesEncoding),
            new("SET [SESSION|LOCAL] NAMES 'utf8'|'utf-8'|'unicode'|DEFAULT end", SessionDamage.None),
            new("SET [SESSION|LOCAL] NAMES", SessionDamage.ChangesEncoding),
        ]);

    /// <summary>Statements that name a function without calling it.</summary>
    private static readonly StatementTable<string> Definitions = new(
        form => form, ["CREATE", "ALTER", "COMMENT", "DROP", "GRANT", "REVOKE"]);

    private static readonly SearchValues<string> Calls = SearchValues.Create(
        ["pg_advisory_unlock", "set_config"], StringComparison.OrdinalIgnoreCase);

    /// <param name="cursor">At the statement's first token.</param>
    /// <param name="statement">Its text.</param>
    public static SessionDamage Inspect(TokenCursor cursor, ReadOnlySpan<char> statement) =>
        Statements.Find(cursor) is { } found
            ? found.Damage
            : statement.ContainsAny(Calls) && Definitions.Find(cursor) is null
            ? InspectCalls(cursor.Is("DO") ? BodyOf(cursor) : cursor)
            : SessionDamage.None;

    /// <summary>What a DO block runs; all of the statement when its body is not in dollar quotes.</summary>
    private static TokenCursor BodyOf(TokenCursor block)
    {
        for (var part = block; !part.IsAtEnd; part.Advance())
        {
            if (part.Kind == TokenKind.DollarString)
            {
                var mark = part.Text[..(part.Text[1..].IndexOf('$') + 2)];
                var body = part.Text[mark.Length..];
                return new TokenCursor(body.EndsWith(mark, StringComparison.Ordinal) ? body[..^mark.Length] : body);
            }
        }

        return block;
    }

    private static SessionDamage InspectCalls(TokenCursor cursor)
    {
        var setsSomething = false;
        for (; !cursor.IsAtEnd; cursor.Advance())
        {
            setsSomething |= cursor.Names("set_config");
            if (cursor.Names("pg_advisory_unlock") || cursor.Names("pg_advisory_unlock_all"))
            {
                return SessionDamage.ReleasesLock;
            }

            if (setsSomething && cursor.Is("'standard_conforming_strings'"))
            {
                return SessionDamage.ChangesQuoting;
            }

            if (setsSomething && cursor.Is("'client_encoding'"))
            {
                return SessionDamage.ChangesEncoding;
            }
        }

        return SessionDamage.None;
    }

    private sealed record DamageRow(string Form, SessionDamage Damage);
}
