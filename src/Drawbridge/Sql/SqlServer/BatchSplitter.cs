using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>
/// Takes a script apart at its lines <c>GO</c>, and out of it what sqlcmd would carry out itself. <c>GO</c> counts
/// where ScriptDom finds it: first in its line but for comments, and in no string, name or comment.
/// </summary>
internal sealed class BatchSplitter(TSqlText source, ComplaintList complaints)
{
    private readonly List<BatchPart> _parts = [];
    private List<TSqlParserToken> _tokens = [];
    private int _start = source.Text is ['\uFEFF', ..] ? 1 : 0;
    private int _at;

    public IReadOnlyList<BatchPart> Run()
    {
        var isFirstInLine = true;
        while (_at < source.Tokens.Count)
        {
            var token = source.Tokens[_at];
            if (token.TokenType == TSqlTokenType.Go)
            {
                TakeGo(token);
                isFirstInLine = true;
            }
            else if (isFirstInLine && SqlcmdCommands.BeginsWith(token, source.Tokens.ElementAtOrDefault(_at + 1)))
            {
                Refuse(token);
                _ = TakeLine();
            }
            else
            {
                Take(token);
                isFirstInLine = TSqlText.EndsLine(token) || (isFirstInLine && !TSqlText.IsWord(token));
            }
        }

        End(source.Text.Length, count: 1, isFinished: source.Unfinished is null);
        return _parts;
    }

    private void Take(TSqlParserToken token)
    {
        if (SqlcmdCommands.IsVariable(token))
        {
            Refuse(token);
        }

        _tokens.Add(token);
        _at++;
    }

    private void TakeGo(TSqlParserToken go)
    {
        _at++;
        var behind = TakeLine().Where(TSqlText.IsWord).ToList();
        End(go.Offset, Count(go, behind), isFinished: true);
        _start = _at < source.Tokens.Count ? source.Tokens[_at].Offset : source.Unfinished ?? source.Text.Length;
    }

    /// <summary>The tokens up to the end of the line, which goes with them.</summary>
    private List<TSqlParserToken> TakeLine()
    {
        var line = new List<TSqlParserToken>();
        while (_at < source.Tokens.Count)
        {
            line.Add(source.Tokens[_at++]);
            if (TSqlText.EndsLine(line[^1]))
            {
                break;
            }
        }

        return line;
    }

    private int Count(TSqlParserToken go, List<TSqlParserToken> behind)
    {
        if (behind is [])
        {
            return 1;
        }

        if (behind is [{ TokenType: TSqlTokenType.Integer } number]
            && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0)
        {
            return count;
        }

        complaints.Add(
            SyntaxErrorKind.TextBehindGo,
            behind[0].Offset,
            line => $"'{complaints.Excerpt(behind[0].Offset)}' can't stand behind '{go.Text}' in line {line}.",
            "Leave 'GO' alone in its line, or with how often the batch is to run: 'GO 5'.");
        return 1;
    }

    private void Refuse(TSqlParserToken token) => complaints.Add(
        SyntaxErrorKind.SqlcmdCommand,
        token.Offset,
        line => $"'{complaints.Excerpt(token.Offset)}' at line {line} means something to sqlcmd only, not to a server.",
        SqlcmdCommands.RemedyFor(SqlcmdCommands.IsVariable(token) ? token.Text : complaints.Excerpt(token.Offset)));

    private void End(int offset, int count, bool isFinished)
    {
        var part = new BatchPart(new TextSpan(_start, offset - _start), _tokens, count, isFinished);
        if (part.HasWords)
        {
            _parts.Add(part);
        }

        _tokens = [];
    }
}
