using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules;

/// <summary>
/// A rule about what a script says. It looks only at scripts that are new or changed: what is merged and applied can't
/// be taken back by complaining.
/// </summary>
internal abstract class ScriptRule : Rule
{
    public sealed override IEnumerable<Finding> Check(ChangeSet changes) =>
        changes.Touched.Where(file => file.Script is not null).SelectMany(file => Check(file, changes));

    /// <summary>Looks at one new or changed script, with the rest of the change at hand.</summary>
    protected abstract IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes);
}
