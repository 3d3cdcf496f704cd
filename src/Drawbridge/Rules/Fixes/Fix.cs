using System.Text;
using Drawbridge.Sql;

namespace Drawbridge.Rules.Fixes;

/// <summary>
/// How a script reads when what a finding is about is put right. What belongs into other scripts the remedy says.
/// </summary>
/// <param name="Script">The script as it is.</param>
/// <param name="Edits">What changes, in the order of the text; none lies over another.</param>
public sealed record Fix(SqlScript Script, IReadOnlyList<TextEdit> Edits)
{
    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r"];

    /// <summary>The first line that changes, from 1.</summary>
    public int FirstLine => Script.Lines.Locate(Start).Line;

    /// <summary>The last line that changes.</summary>
    public int LastLine => Script.Lines.Locate(Last).Line;

    /// <summary>What stands in place of these lines; nothing when they go.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var first = Script.Text.AsSpan(0, Start).LastIndexOfAny('\r', '\n') + 1;
            var rest = Script.Text.AsSpan(Last).IndexOf('\n');
            var text = Apply(first, rest < 0 ? Script.Text.Length : Last + rest + 1);
            return text.Length == 0 ? [] : text.TrimEnd('\r', '\n').Split(LineBreaks, StringSplitOptions.None);
        }
    }

    private int Start => Edits[0].Span.Offset;

    /// <summary>The last character that goes, or where something is added.</summary>
    private int Last => Edits[^1].Span is { Length: > 0 } span ? span.End - 1 : Edits[^1].Span.Offset;

    /// <summary>The whole script as it then is.</summary>
    public string Apply() => Apply(0, Script.Text.Length);

    private string Apply(int from, int to)
    {
        var text = new StringBuilder();
        foreach (var edit in Edits)
        {
            text.Append(Script.Text, from, edit.Span.Offset - from).Append(edit.Replacement);
            from = edit.Span.End;
        }

        return text.Append(Script.Text, from, Math.Max(0, to - from)).ToString();
    }
}
