using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Names;

/// <summary>A new file that is no script and nothing else that is known.</summary>
internal sealed class UnexpectedFile : Rule
{
    public override Severity Severity => Severity.Warning;

    public override AcceptedBy AcceptedBy => AcceptedBy.Severity;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from file in changes.Added
        where file.Kind == FileKind.File && !file.IsScript
        where file.Place.Below != ProjectSettings.FileName && !IsKnown(file.Place.FileName)
        select Find(
            file,
            $"'{file.Path}' is no script, so it is not deployed.",
            "Name it '….sql' if it is meant to run; move it out of the folder or name it under 'ignored-paths' if "
                + "not.");

    private static bool IsKnown(string name) =>
        name == ".gitkeep" || name.StartsWith("README", StringComparison.OrdinalIgnoreCase);
}
