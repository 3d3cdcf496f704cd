using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Names;

/// <summary>Names that differ only in upper and lower case.</summary>
internal sealed class CaseCollision : Rule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(ChangeSet changes)
    {
        var spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in changes.Head.OrderBy(file => changes.Merged(file) is null))
        {
            var other = PartsOf(file.Place.Below).Select(part => OtherSpelling(spellings, part))
                .FirstOrDefault(spelling => spelling is not null);
            if (other is not null)
            {
                yield return Find(
                    file,
                    $"'{file.Place.Below}' and '{other}' differ only in upper and lower case.",
                    "Spell both alike, or rename one: on Windows and macOS they are the same.");
            }
        }
    }

    /// <summary>The path's folders, the outermost first, then the path.</summary>
    private static IEnumerable<string> PartsOf(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }

        yield return path;
    }

    private static string? OtherSpelling(Dictionary<string, string> spellings, string part) =>
        spellings.TryAdd(part, part) || spellings[part] == part ? null : spellings[part];
}
