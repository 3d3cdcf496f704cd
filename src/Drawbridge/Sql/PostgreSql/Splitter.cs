namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// Finds where statements begin and end: at a semicolon outside of parentheses and <c>BEGIN ATOMIC</c> bodies.
/// </summary>
internal ref struct Splitter(string script)
{
    private const string DirectiveMark = "drawbridge:";

    private readonly ReadOnlySpan<char> _text = script;
    private readonly List<SqlStatement> _statements = [];
    private readonly ErrorList _errors = new(script);
    private readonly DirectiveList _directives = new(Expression.IsComplete);
    private PositionCounter _positions = new(script);
    private Lexer _lexer = new(script, script is ['\uFEFF', ..] ? 1 : 0);

    private TextPosition? _start;
    private int _end;
    private int _longestName;
    private int _depth;
    private int _outermostParenthesis;
    private AtomicBody _body;

    public SqlScript Run()
    {
        if (_text.IndexOf('\0') is >= 0 and var nul)
        {
            _errors.Add(SyntaxErrorKind.NulCharacter, nul);
        }

        while (_lexer.Next(out var token))
        {
            Take(token);
        }

        EndStatement(_text.Length);
        return new SqlScript(script, _statements, _directives.OfScript, _errors.InOrder(_directives.Complaints))
        {
            LooseDirectives = _directives.TakeForStatement(),
        };
    }

    private void Take(Token token)
    {
        if (token.IsUnterminated)
        {
            _errors.Add(Unterminated(token.Kind), token.Start);
        }

        switch (token.Kind)
        {
            case TokenKind.LineComment:
                TakeComment(token);
                break;
            case TokenKind.BlockComment:
                break;
            case TokenKind.PsqlCommand:
                TakePsqlCommand(token);
                break;
            case TokenKind.Semicolon when _depth == 0 && !_body.IsOpen:
                EndStatement(token.End);
                break;
            default:
                Extend(token);
                break;
        }
    }

    private void TakeComment(Token token)
    {
        var content = _text[token.Start..token.End].TrimStart('-').Trim();
        if (content.StartsWith(DirectiveMark, StringComparison.OrdinalIgnoreCase) && _directives.Complaints.Count < SqlScript.MostErrors)
        {
            _directives.Add(
                content[DirectiveMark.Length..].Trim().ToString(),
                _positions.At(token.Start),
                isAboveStatements: _statements.Count == 0 && _start is null);
        }
    }

    private void Extend(Token token)
    {
        if (_start is null)
        {
            _start = _positions.At(token.Start);
            if (!StatementKeywords.CanBegin(token.Kind, _text[token.Start..token.End]) && !token.IsUnterminated)
            {
                _errors.Add(SyntaxErrorKind.NotAStatement, token.Start);
            }
        }

        _end = token.End;
        if (token.Kind is TokenKind.Word or TokenKind.QuotedIdentifier)
        {
            _longestName = Math.Max(_longestName, token.End - token.Start);
        }

        if (token.Kind == TokenKind.CloseParenthesis && _depth-- == 0)
        {
            _errors.Add(SyntaxErrorKind.UnopenedParenthesis, token.Start);
            _depth = 0;
        }

        if (_depth == 0)
        {
            _outermostParenthesis = token.Start;
            _body.Observe(token, _text);
        }

        _depth += token.Kind == TokenKind.OpenParenthesis ? 1 : 0;
    }

    /// <summary>
    /// pg_dump wraps its output in <c>\restrict</c> and <c>\unrestrict</c>, which mean something to psql only.
    /// </summary>
    private void TakePsqlCommand(Token token)
    {
        var command = _text[(token.Start + 1)..token.End];
        var isHarmless = command is "restrict" or "unrestrict"
            || command.StartsWith("restrict ", StringComparison.Ordinal)
            || command.StartsWith("unrestrict ", StringComparison.Ordinal);
        if (_start is not null || !isHarmless)
        {
            _errors.Add(SyntaxErrorKind.PsqlCommand, token.Start);
        }
    }

    private void EndStatement(int textEnd)
    {
        if (_start is not { } start)
        {
            return;
        }

        if (_depth > 0)
        {
            _errors.Add(SyntaxErrorKind.UnclosedParenthesis, _outermostParenthesis);
        }

        if (_body.IsOpen)
        {
            _errors.Add(SyntaxErrorKind.UnterminatedBody, _body.BeginsAt);
        }

        var traits = StatementTraits.Of(_text[start.Offset.._end]);
        _statements.Add(new SqlStatement(script, start, _end - start.Offset)
        {
            Kind = traits.Kind,
            CannotRunInTransaction = traits.CannotRunInTransaction,
            IsConcurrent = traits.IsConcurrent,
            Damage = traits.Damage,
            LongestName = _longestName,
            CopyData = traits.Kind == StatementKind.CopyFromStdin ? PassCopyData(textEnd) : null,
            Directives = _directives.TakeForStatement(),
        });
        (_start, _depth, _longestName, _body) = (null, 0, 0, default);
    }

    private TextSpan PassCopyData(int textEnd)
    {
        var block = CopyBlock.Below(textEnd, _text);
        var rest = _text[textEnd..block.Data.Offset].TrimStart();
        if (!rest.IsEmpty && !rest.StartsWith("--", StringComparison.Ordinal))
        {
            _errors.Add(SyntaxErrorKind.TextBeforeCopyData, block.Data.Offset - rest.Length);
        }

        _lexer.Skip(block.End);
        return block.Data;
    }

    private static SyntaxErrorKind Unterminated(TokenKind kind) => kind switch
    {
        TokenKind.QuotedIdentifier => SyntaxErrorKind.UnterminatedIdentifier,
        TokenKind.DollarString => SyntaxErrorKind.UnterminatedDollarQuote,
        TokenKind.BlockComment => SyntaxErrorKind.UnterminatedComment,
        _ => SyntaxErrorKind.UnterminatedString,
    };
}
