using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Fixes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A procedure, view, function, trigger or schema that is made in the middle of a batch.</summary>
internal sealed class FirstInBatch : ScriptRule
{
    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    public override DatabaseEngine? Engine => DatabaseEngine.SqlServer;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
        from error in script.Sql.Errors
        where error.Kind == SyntaxErrorKind.NotFirstInBatch
        select Find(script, error) with
        {
            Fix = new Fix(script.Sql, [BeginBatch(script.Sql.Text, error.Position.Offset)]),
        };

    /// <summary>
    /// A line <c>GO</c> above the statement's line, or in front of it where another stands in that line.
    /// </summary>
    private static TextEdit BeginBatch(string text, int offset)
    {
        var lineBreak = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lineStart = text.AsSpan(0, offset).LastIndexOfAny('\r', '\n') + 1;
        return text.AsSpan(lineStart, offset - lineStart).IsWhiteSpace()
            ? new TextEdit(new TextSpan(lineStart, 0), $"GO{lineBreak}")
            : new TextEdit(new TextSpan(offset, 0), $"{lineBreak}GO{lineBreak}");
    }
}
