using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules;

/// <summary>A rule about how people deal with the other rules: it looks when those have looked.</summary>
internal abstract class ReviewRule : Rule
{
    public sealed override IEnumerable<Finding> Check(ChangeSet changes) => [];

    /// <summary>Looks at everything that the other rules found, accepted or not, whatever its severity.</summary>
    public abstract IEnumerable<Finding> Check(ChangeSet changes, IReadOnlyList<Finding> found);
}
