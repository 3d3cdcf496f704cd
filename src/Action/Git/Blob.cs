namespace Drawbridge.GitHubAction.Git;

/// <summary>A file's content as git stores it.</summary>
/// <param name="ObjectId">Names it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Bytes">Null when it is larger than the reader wanted.</param>
internal sealed record Blob(string ObjectId, long Size, byte[]? Bytes);
