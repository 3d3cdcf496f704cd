namespace Drawbridge.Sql.PostgreSql;

/// <summary>Judges a text that will be put between parentheses.</summary>
internal static class Expression
{
    /// <summary>
    /// Every quote and parenthesis in it is closed, and nothing in it could end the statement around it.
    /// </summary>
    public static bool IsComplete(string text)
    {
        var lexer = new Lexer(text);
        var depth = 0;
        var hasTokens = false;
        while (lexer.Next(out var token))
        {
            depth += token.Kind switch { TokenKind.OpenParenthesis => 1, TokenKind.CloseParenthesis => -1, _ => 0 };
            hasTokens = true;
            if (depth < 0 || token.IsUnterminated || token.Kind is TokenKind.Semicolon or TokenKind.PsqlCommand or TokenKind.LineComment)
            {
                return false;
            }
        }

        return hasTokens && depth == 0;
    }
}
