using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Names;

/// <summary>A symlink or a submodule where a script should be.</summary>
internal sealed class NotAFile : Rule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from file in changes.Head
        where file.Kind != FileKind.File
        select Find(
            file,
            $"'{file.Path}' is a {KebabCase.Of(file.Kind)}, not a file.",
            "Put the script itself there: what is reviewed must be what runs.");
}
