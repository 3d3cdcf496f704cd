using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Names;

/// <summary>A new file that is no script and nothing else that is known.</summary>
internal sealed class UnexpectedFile : Rule
{
    private static readonly string[] Known = [".gitkeep", "drawbridge.yml"];

    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from file in changes.Added
        where file.Kind == FileKind.File && !file.IsScript
        let name = file.Place.FileName
        where !Known.Contains(name) && !name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
        select Find(
            file,
            $"'{file.Path}' is no script, so it is not deployed.",
            "Name it '….sql' if it is meant to run; move it out of the folder if not.");
}
