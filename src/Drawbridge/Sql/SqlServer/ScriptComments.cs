using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>Takes the directives out of a script's comments, statement by statement.</summary>
internal sealed class ScriptComments(TSqlText source, LineMap lines)
{
    private const string Mark = "drawbridge:";

    private readonly DirectiveList _directives = new(TSqlParsing.IsCondition);
    private readonly Queue<(TSqlParserToken Token, string Content)> _comments = new(
        from token in source.Tokens
        where token.TokenType == TSqlTokenType.SingleLineComment
        let content = token.Text.TrimStart('-').Trim()
        where content.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)
        select (token, content[Mark.Length..].Trim()));

    private bool _hasMetStatement;

    /// <summary>Those above the first statement.</summary>
    public IReadOnlyList<Directive> OfScript => _directives.OfScript;

    /// <summary>What is wrong with some.</summary>
    public IReadOnlyList<SqlSyntaxError> Complaints => _directives.Complaints;

    /// <summary>Those above or inside a statement.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    public IReadOnlyList<Directive> For(int start, int end)
    {
        while (_comments.TryPeek(out var comment)
            && comment.Token.Offset < end
            && Complaints.Count < SqlScript.MostErrors)
        {
            _ = _comments.Dequeue();
            var isAbove = !_hasMetStatement && comment.Token.Offset < start;
            _directives.Add(comment.Content, lines.Locate(comment.Token.Offset), isAbove);
        }

        _hasMetStatement = true;
        return _directives.TakeForStatement();
    }
}
