using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>Reads one script: its batches, then the statements of each, as far as they can be parsed.</summary>
internal sealed class ScriptReading
{
    /// <summary>The rule whose acceptance says that a statement is right although it can't be parsed.</summary>
    private const string UnparsedRule = "unparsed-statement";

    private readonly TSqlText _source;
    private readonly LineMap _lines;
    private readonly ComplaintList _complaints;
    private readonly ScriptComments _comments;
    private readonly List<SqlStatement> _statements = [];
    private readonly List<TSqlStatement?> _fragments = [];

    public ScriptReading(string text)
    {
        _source = TSqlText.Of(text);
        _lines = new LineMap(text);
        _complaints = new ComplaintList(text, _lines);
        _comments = new ScriptComments(_source, _lines);
    }

    public SqlScript Run(bool keepsSyntax)
    {
        CheckText();
        var parts = new BatchSplitter(_source, _complaints).Run();
        var batches = parts.Select(part => Read(part, keepsSyntax)).ToList();
        var loose = _comments.For(_source.Text.Length, _source.Text.Length);
        return new SqlScript(_source.Text, _statements, _comments.OfScript, _complaints.InOrder(_comments.Complaints))
        {
            Batches = batches,
            LooseDirectives = loose,
        };
    }

    private void CheckText()
    {
        if (_source.Text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var nul)
        {
            _complaints.Add(
                SyntaxErrorKind.NulCharacter,
                nul,
                line => $"The character NUL at line {line} cannot be sent to a server.",
                "Remove it; save the file as UTF-8, not UTF-16.");
        }

        if (_source.Unfinished is { } start)
        {
            var (kind, thing, remedy) = TSqlWords.ForUnfinished(_source.Text[start]);
            _complaints.Add(kind, start, line => $"The {thing} that began at line {line} never ends.", remedy);
        }
    }

    private SqlBatch Read(BatchPart part, bool keepsSyntax)
    {
        var first = _statements.Count;
        if (!part.IsFinished || Nesting.IsTooDeep(part.Tokens))
        {
            AddUnread(part);
        }
        else if (TSqlParsing.Parse(part.Tokens) is { Error: null } whole)
        {
            AddAll(whole.Statements, first);
        }
        else
        {
            ReadPieces(part, first);
        }

        var statements = _statements[first..];
        var batch = new SqlBatch(_source.Text, _lines.Locate(part.Span.Offset), part.Span.Length)
        {
            Count = part.Count,
            Statements = statements,
        };
        return keepsSyntax ? batch.With(new BatchSyntax(statements, _fragments[first..])) : batch;
    }

    private void ReadPieces(BatchPart part, int first)
    {
        foreach (var piece in PieceSplitter.Split(part.Tokens))
        {
            var (statements, error) = TSqlParsing.Parse(piece.Tokens);
            if (piece.IsMisplaced)
            {
                RefusePlace(piece.Tokens[0].Offset, piece.Tokens[1].Text);
            }

            if (error is null)
            {
                AddAll(statements, first);
            }
            else
            {
                Refuse(piece, error);
            }
        }
    }

    private void AddAll(IEnumerable<TSqlStatement> fragments, int first)
    {
        foreach (var fragment in fragments)
        {
            var words = TSqlWords.Of(fragment);
            var isFirst = _statements.Count == first;
            if (!isFirst && fragment is CreateSchemaStatement or CreateDefaultStatement or CreateRuleStatement)
            {
                RefusePlace(fragment.StartOffset, words[1].Text);
            }
            else if (fragment is ExecuteStatement && TSqlWords.ForCall(words[0], isFirst) is var (message, remedy))
            {
                _complaints.Add(SyntaxErrorKind.InvalidStatement, words[0].Offset, message, remedy);
            }

            Add(fragment, words);
        }
    }

    private void RefusePlace(int offset, string kind) => _complaints.Add(
        SyntaxErrorKind.NotFirstInBatch,
        offset,
        line => $"The server takes CREATE or ALTER {kind.ToUpperInvariant()} only as the first statement of a "
            + $"batch, unlike in line {line}.",
        "Write the line 'GO' above it.");

    /// <summary>
    /// One that can't be parsed is wrong, unless it is newer than the parser or its author vouches for it.
    /// </summary>
    private void Refuse(TSqlPiece piece, ParseError error)
    {
        var (start, end) = SpanOf(piece.Tokens);
        var directives = _comments.For(start, end);
        var isVouchedFor = directives.Concat(_comments.OfScript)
            .Any(directive => directive is { Accepts: true, Value: UnparsedRule });
        var isRefused = piece.Flaw is not null || piece.Tokens.Any(SqlcmdCommands.IsVariable);
        var isWrong = isRefused || !(isVouchedFor || NewerSyntax.In(piece.Tokens) is not null);
        if (piece.Flaw is { } flaw)
        {
            var (message, remedy) = TSqlWords.ForFlaw(flaw.Kind, flaw.At.Text);
            _complaints.Add(flaw.Kind, flaw.At.Offset, message, remedy);
        }
        else if (isWrong && !isRefused)
        {
            var (message, remedy) = TSqlWords.For(error, piece.Tokens);
            _complaints.Add(SyntaxErrorKind.InvalidStatement, error.Offset, message, remedy);
        }

        AddUnparsed(piece.Tokens, (start, end), directives, isWrong ? StatementKind.Other : StatementKind.Unparsed);
    }

    private void AddUnread(BatchPart part)
    {
        var words = part.Tokens.Where(TSqlText.IsWord).ToList();
        var span = SpanOf(words);
        var (end, kind) = part.IsFinished
            ? (span.End, StatementKind.Unparsed)
            : (_source.Text.Length, StatementKind.Other);
        AddUnparsed(words, (span.Start, end), _comments.For(span.Start, end), kind);
    }

    private (int Start, int End) SpanOf(IReadOnlyList<TSqlParserToken> words)
    {
        var start = words is [var first, ..] ? first.Offset : _source.Unfinished ?? _source.Text.Length;
        var last = words.LastOrDefault(word => word.TokenType != TSqlTokenType.Semicolon);
        return (start, last is null ? start : TSqlText.Behind(last));
    }

    private void AddUnparsed(
        IReadOnlyList<TSqlParserToken> words,
        (int Start, int End) span,
        IReadOnlyList<Directive> directives,
        StatementKind kind)
    {
        _statements.Add(new SqlStatement(_source.Text, _lines.Locate(span.Start), span.End - span.Start)
        {
            Kind = kind,
            CannotRunInTransaction = TransactionRefusals.BeginsLike(words),
            Directives = directives,
        });
        _fragments.Add(null);
    }

    private void Add(TSqlStatement fragment, List<TSqlParserToken> words)
    {
        var (start, end) = SpanOf(words);
        _statements.Add(new SqlStatement(_source.Text, _lines.Locate(start), end - start)
        {
            CannotRunInTransaction = TransactionRefusals.Include(fragment),
            Directives = _comments.For(start, end),
        });
        _fragments.Add(fragment);
    }
}
