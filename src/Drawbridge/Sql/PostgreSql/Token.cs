namespace Drawbridge.Sql.PostgreSql;

/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just behind it.</param>
/// <param name="IsUnterminated">The text ended before its closing quote or comment mark.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, bool IsUnterminated)
{
    public bool IsComment => Kind is TokenKind.LineComment or TokenKind.BlockComment;
}
