using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules;

/// <summary>
/// A rule about what a script says. It looks only at scripts that are new or changed: what is merged and applied can't
/// be taken back by complaining.
/// </summary>
internal abstract class ScriptRule : Rule
{
    public override AcceptedBy AcceptedBy => AcceptedBy.Directive;

    /// <summary>The kind of server for whose scripts it is; null for those of every kind.</summary>
    public virtual DatabaseEngine? Engine => null;

    /// <summary>
    /// Whether undo scripts are looked at too. Hazards leave them alone: they run seldom, in an emergency, and lose data
    /// by design.
    /// </summary>
    public virtual bool IncludesUndo => true;

    public sealed override IEnumerable<Finding> Check(ChangeSet changes) => [];

    /// <summary>
    /// Whether there may be something to find, as far as is known when the script has run: asked first, of every
    /// script. What later scripts say is not known yet.
    /// </summary>
    public virtual bool Concerns(MigrationFile script, ChangeSet changes) => true;

    /// <summary>Looks at one new or changed script, with the rest of the change at hand.</summary>
    public abstract IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes);

    /// <summary>A finding of this rule on what can't be read.</summary>
    protected Finding Find(MigrationFile script, SqlSyntaxError error) => Find(script, error.Message, error.Remedy) with
    {
        Line = error.Position.Line,
        Column = error.Position.Column,
    };

    /// <summary>A finding of this rule on a statement.</summary>
    protected Finding Find(MigrationFile script, SqlStatement statement, string message, string remedy) =>
        Find(script, statement, span: null, message, remedy);

    /// <summary>A finding of this rule on a part of a statement.</summary>
    /// <param name="script">The script.</param>
    /// <param name="statement">The statement, whose <c>ignore</c> directives concern the finding.</param>
    /// <param name="span">The part of the script's text that it is about; null for where the statement begins.</param>
    /// <param name="message">One sentence that names the thing in 'quotes'.</param>
    /// <param name="remedy">What to do.</param>
    protected Finding Find(MigrationFile script, SqlStatement statement, TextSpan? span, string message, string remedy)
    {
        var (start, end) = span is { } part
            ? (script.Sql.Lines.Locate(part.Offset), script.Sql.Lines.Locate(part.End))
            : (statement.Start, (TextPosition?)null);
        return Find(script, message, remedy) with
        {
            Line = start.Line,
            Column = start.Column,
            EndLine = end?.Line,
            EndColumn = end?.Column,
            Statement = statement,
        };
    }
}
