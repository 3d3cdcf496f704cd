using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Names;

/// <summary>Two migrations, or two undo scripts, of one database with the same version.</summary>
internal sealed class DuplicateVersion : Rule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(ChangeSet changes)
    {
        var versioned = changes.Head.Where(file => file.Name?.Version is not null && DatabaseName.IsValid(file.Database));
        foreach (var same in versioned.GroupBy(file => (file.Database, file.Name!.Kind, file.Name.Version)))
        {
            var first = same.OrderBy(file => changes.Merged(file) is null).ThenBy(file => file.Path, StringComparer.Ordinal).First();
            foreach (var file in same.Where(file => file != first))
            {
                yield return Find(
                    file,
                    $"The version '{same.Key.Version}' of '{file.Path}' is already the one of '{first.Path}'.",
                    "Give it a version of its own.");
            }
        }
    }
}
