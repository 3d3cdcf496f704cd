using System.Globalization;
using System.Text.Json.Nodes;
using Drawbridge.LocalEnvironment.Git;

namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>A file that a pull request changes, as git itself tells it.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Sha">The id of its content on the pull request's branch.</param>
/// <param name="Patch">The diff, without its header.</param>
internal sealed record ServedFile(string Path, string Sha, string Patch)
{
    /// <summary>What a branch changes since it parted from main.</summary>
    public static async Task<IReadOnlyList<ServedFile>> Changed(GitRepository repository, string branch)
    {
        var range = $"{GitRepository.Main}...{branch}";
        var listing = await repository.Git("diff", "--raw", "-z", "--no-abbrev", "--no-renames", range);
        var raw = listing.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var files = new List<ServedFile>();
        for (var index = 0; index + 1 < raw.Length; index += 2)
        {
            var diff = await repository.Git("--literal-pathspecs", "diff", "--no-renames", range, "--", raw[index + 1]);
            var start = diff.IndexOf("\n@@ ", StringComparison.Ordinal);
            files.Add(new ServedFile(raw[index + 1], raw[index].Split(' ')[3], start < 0 ? "" : diff[(start + 1)..].TrimEnd('\n')));
        }

        return files;
    }

    /// <summary>What is wrong with a remark on these lines; null for nothing.</summary>
    public string? Objection(ServedPlace place)
    {
        var hunks = Patch.Split('\n').Where(line => line.StartsWith("@@ ", StringComparison.Ordinal)).Select(Range).ToList();
        return place switch
        {
            _ when place.First > place.Last => "Pull request review thread start line must precede the end line.",
            _ when !hunks.Exists(hunk => Has(hunk, place.Last)) => "Pull request review thread line must be part of the diff",
            _ when !hunks.Exists(hunk => Has(hunk, place.Last) && Has(hunk, place.First)) =>
                "Pull request review thread start line must be part of the same hunk as the line.",
            _ => null,
        };

        static bool Has((int First, int Count) hunk, int line) => line >= hunk.First && line < hunk.First + hunk.Count;
    }

    public JsonObject ToJson(bool withPatch)
    {
        var json = new JsonObject { ["filename"] = Path, ["sha"] = Sha, ["status"] = "modified" };
        if (withPatch)
        {
            json["patch"] = Patch;
        }

        return json;
    }

    /// <summary><c>@@ -1,2 +3,4 @@</c> are four lines from line 3.</summary>
    private static (int First, int Count) Range(string header)
    {
        var right = header.Split(' ')[2].TrimStart('+').Split(',');
        return (Number(right[0]), right.Length == 1 ? 1 : Number(right[1]));

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
