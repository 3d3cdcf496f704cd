namespace Drawbridge.Sql.PostgreSql;

internal enum TokenKind
{
    /// <summary>A keyword or an identifier without quotes.</summary>
    Word,
    QuotedIdentifier,
    String,
    DollarString,
    Number,

    /// <summary><c>$1</c></summary>
    Parameter,

    /// <summary>A run of operator characters.</summary>
    Operator,
    OpenParenthesis,
    CloseParenthesis,
    Semicolon,

    /// <summary>Any other single character: <c>, . : [ ]</c>, and what no server accepts.</summary>
    Symbol,
    LineComment,
    BlockComment,

    /// <summary>A backslash outside of quotes, to the end of its line.</summary>
    PsqlCommand,
}
