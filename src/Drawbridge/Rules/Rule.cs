using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules;

/// <summary>
/// One thing that <c>validate</c> looks for. A new rule is this one class in its own file, its page
/// <c>docs/rules/&lt;id&gt;.md</c>, whose examples are its tests, and one line in <see cref="RuleList"/>.
/// </summary>
public abstract class Rule
{
    /// <summary>The stable kebab-case id: the class's name.</summary>
    public string Id => field ??= KebabCase.Of(GetType().Name);

    /// <summary>How bad its findings are unless <c>drawbridge.yml</c> says otherwise.</summary>
    public abstract Severity Severity { get; }

    /// <summary>How people can accept its findings.</summary>
    public virtual AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    /// <summary>Whether it compares with what is merged already, so that it finds nothing without a base.</summary>
    public virtual bool NeedsBase => false;

    /// <summary>How bad its findings in a database are by these settings.</summary>
    public virtual Severity SeverityBy(ProjectSettings settings, string database) =>
        AcceptedBy == AcceptedBy.Nothing ? Severity : settings.SeverityOf(Id, database) ?? Severity;

    /// <summary>Looks at everything at once: what is merged, what this change adds, alters and removes.</summary>
    public abstract IEnumerable<Finding> Check(ChangeSet changes);

    /// <summary>A finding of this rule.</summary>
    protected Finding Find(MigrationFile file, string message, string remedy) =>
        new(Id, Severity, file.Path, message, remedy);
}
