using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>
/// Takes a batch that can't be read as a whole apart where a statement surely ends, so that what is wrong in one hides
/// nothing in the others: behind a semicolon outside of all blocks, and before CREATE PROCEDURE and the like.
/// </summary>
internal sealed class PieceSplitter
{
    private readonly List<TSqlParserToken> _words;
    private readonly Stack<TSqlParserToken> _parentheses = [];
    private readonly Stack<TSqlParserToken> _blocks = [];
    private readonly List<TSqlPiece> _pieces = [];
    private (SyntaxErrorKind Kind, TSqlParserToken At)? _flaw;
    private int _first;
    private bool _isModule;

    private PieceSplitter(IEnumerable<TSqlParserToken> tokens) => _words = [.. tokens.Where(TSqlText.IsWord)];

    /// <summary>The pieces of a batch.</summary>
    public static IReadOnlyList<TSqlPiece> Split(IEnumerable<TSqlParserToken> tokens) =>
        new PieceSplitter(tokens).Run();

    private List<TSqlPiece> Run()
    {
        for (var at = 0; at < _words.Count; at++)
        {
            if (_blocks.Count == 0 && Modules.BeginAt(_words, at))
            {
                End(at);
                _isModule = true;
            }

            Take(at);
        }

        End(_words.Count);
        return _pieces;
    }

    private void Take(int at)
    {
        var (word, next) = (_words[at], _words.ElementAtOrDefault(at + 1));
        switch (word.TokenType)
        {
            case TSqlTokenType.LeftParenthesis:
                _parentheses.Push(word);
                break;
            case TSqlTokenType.RightParenthesis when !_parentheses.TryPop(out _):
                _flaw ??= (SyntaxErrorKind.UnopenedParenthesis, word);
                break;
            case TSqlTokenType.Case:
            case TSqlTokenType.Begin when !BeginsTransaction(next):
                _blocks.Push(word);
                break;
            case TSqlTokenType.End when !EndsConversation(next) && !_blocks.TryPop(out _):
                _flaw ??= (SyntaxErrorKind.InvalidStatement, word);
                break;
            case TSqlTokenType.Semicolon:
                TakeSemicolon(at, next);
                break;
        }
    }

    /// <summary>No semicolon stands in parentheses: one that seems to shows that they are never closed.</summary>
    private void TakeSemicolon(int at, TSqlParserToken? next)
    {
        CheckParentheses();
        if (_blocks.Count == 0 && !_isModule && next?.TokenType != TSqlTokenType.Else)
        {
            End(at + 1);
        }
    }

    private void CheckParentheses()
    {
        if (_parentheses.TryPeek(out _))
        {
            _flaw ??= (SyntaxErrorKind.UnclosedParenthesis, _parentheses.Last());
            _parentheses.Clear();
        }
    }

    private void End(int behind)
    {
        CheckParentheses();
        if (_blocks.TryPeek(out _))
        {
            _flaw ??= (SyntaxErrorKind.UnterminatedBody, _blocks.Last());
        }

        if (behind > _first)
        {
            var isMisplaced = _isModule && _pieces.Count > 0;
            _pieces.Add(new TSqlPiece(_words[_first..behind]) { Flaw = _flaw, IsMisplaced = isMisplaced });
        }

        _blocks.Clear();
        (_first, _flaw, _isModule) = (behind, null, false);
    }

    private static bool BeginsTransaction(TSqlParserToken? next) => next is not null
        && (next.TokenType is TSqlTokenType.Tran or TSqlTokenType.Transaction or TSqlTokenType.Distributed
            || TSqlText.Is(next, "DIALOG") || TSqlText.Is(next, "CONVERSATION"));

    private static bool EndsConversation(TSqlParserToken? next) =>
        next is not null && TSqlText.Is(next, "CONVERSATION");
}
