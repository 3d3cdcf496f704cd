namespace Drawbridge.Configuration;

/// <summary>
/// An entry of <c>acknowledged</c>: a merged script that may be removed or renamed, because no database applied it.
/// </summary>
/// <param name="Path">Its path as it was merged, from the migrations folder.</param>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where the entry begins.</param>
public sealed record Acknowledgement(string Path, string Reason, FilePlace Place);
