namespace Drawbridge.Sql;

/// <summary>Collects the <c>-- drawbridge:</c> comments and decides to what each belongs.</summary>
/// <param name="isExpression">Whether a text is one complete expression of the script's dialect.</param>
internal sealed class DirectiveList(Func<string, bool> isExpression)
{
    private readonly List<Directive> _ofScript = [];
    private readonly List<SqlSyntaxError> _complaints = [];
    private List<Directive> _ofStatement = [];

    public IReadOnlyList<Directive> OfScript => _ofScript;

    public IReadOnlyList<SqlSyntaxError> Complaints => _complaints;

    public void Add(string content, TextPosition position, bool isAboveStatements)
    {
        var directive = DirectiveParser.Parse(content, position);
        if (Objection(directive, content, position.Line, isAboveStatements) is var (message, remedy))
        {
            _complaints.Add(new SqlSyntaxError(SyntaxErrorKind.InvalidDirective, message, remedy, position));
        }
        else
        {
            (isAboveStatements ? _ofScript : _ofStatement).Add(directive!);
        }
    }

    public IReadOnlyList<Directive> TakeForStatement()
    {
        if (_ofStatement is [])
        {
            return [];
        }

        var taken = _ofStatement;
        _ofStatement = [];
        return taken;
    }

    private (string Message, string Remedy)? Objection(Directive? directive, string content, int line, bool isAboveStatements) =>
        directive switch
        {
            null => (
                $"The directive '{Short(content)}' at line {line} is not a known one.",
                $"Write one of: {DirectiveParser.Forms}."),
            { Kind: DirectiveKind.Ignore } => null,
            _ when !isAboveStatements =>
                (
                    $"The directive '{directive.Name}' at line {line} holds for the whole script.",
                    "Move it above the first statement."),
            { Kind: DirectiveKind.Require } => isExpression(directive.Value)
                ? null
                : (
                    $"'{Short(directive.Value)}' at line {line} is not one complete expression.",
                    "Write a boolean SQL expression on one line, without a semicolon."),
            _ when _ofScript.Exists(earlier => earlier.Kind == directive.Kind) =>
                ($"The directive '{directive.Name}' at line {line} was given before.", "Keep one of them."),
            _ => null,
        };

    private static string Short(string content) => content.Length > 60 ? content[..60] + "…" : content;
}
