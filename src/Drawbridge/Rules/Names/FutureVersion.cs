using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Proposals;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Names;

/// <summary>A timestamp as version that lies ahead: every script written until then would be out of order.</summary>
internal sealed class FutureVersion : ScriptRule
{
    /// <summary>What clocks and time zones may differ by.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes)
    {
        if (script.Name is { Kind: ScriptKind.Migration, Version: { } version }
            && TimestampVersion.TryRead(version.Text, out var time, out _)
            && time > changes.Now + Tolerance)
        {
            yield return Find(
                script,
                $"The version '{version}' lies in the future, at {time:yyyy-MM-dd HH:mm} UTC.",
                "Take the present time: until then, every other new script would be out of order.");
        }
    }
}
