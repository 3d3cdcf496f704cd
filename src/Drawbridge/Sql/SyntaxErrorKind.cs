namespace Drawbridge.Sql;

/// <summary>What is wrong with a script's text.</summary>
public enum SyntaxErrorKind
{
    /// <summary>A string literal never ends.</summary>
    UnterminatedString,

    /// <summary>A quoted identifier never ends.</summary>
    UnterminatedIdentifier,

    /// <summary>A dollar-quoted string never ends.</summary>
    UnterminatedDollarQuote,

    /// <summary>A block comment never ends.</summary>
    UnterminatedComment,

    /// <summary>A <c>BEGIN ATOMIC</c> body never ends.</summary>
    UnterminatedBody,

    /// <summary>An opening parenthesis is never closed.</summary>
    UnclosedParenthesis,

    /// <summary>A closing parenthesis has no partner.</summary>
    UnopenedParenthesis,

    /// <summary>A command of psql (<c>\i</c>, <c>\copy</c>), which no server understands.</summary>
    PsqlCommand,

    /// <summary>Text behind the semicolon of <c>COPY … FROM STDIN</c>, where only its data may follow.</summary>
    TextBeforeCopyData,

    /// <summary>The character NUL, which no server accepts.</summary>
    NulCharacter,

    /// <summary>A statement begins with something that begins no statement.</summary>
    NotAStatement,

    /// <summary>A statement that the grammar of its dialect does not allow.</summary>
    InvalidStatement,

    /// <summary>A command of sqlcmd (<c>:r</c>, <c>$(name)</c>), which no server understands.</summary>
    SqlcmdCommand,

    /// <summary>Something other than a number behind <c>GO</c>.</summary>
    TextBehindGo,

    /// <summary>A statement that must be the first of its batch, and is not.</summary>
    NotFirstInBatch,

    /// <summary>A <c>-- drawbridge:</c> comment that says nothing known.</summary>
    InvalidDirective,
}
