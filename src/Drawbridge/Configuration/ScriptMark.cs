using Drawbridge.Manifests;

namespace Drawbridge.Configuration;

/// <summary>An entry of <c>marked</c>: what people declare of a script, because no run can know it.</summary>
/// <param name="Path">From the migrations folder.</param>
/// <param name="As">What is true of it.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Place">Where the entry begins.</param>
public sealed record ScriptMark(string Path, MarkedAs As, string Reason, FilePlace Place)
{
    /// <summary>Whether the script is one of a database's.</summary>
    public bool IsOf(string database) => Path.StartsWith($"{database}/", StringComparison.Ordinal);
}
