using System.Buffers;

namespace Drawbridge.GitHubAction.Git;

/// <summary>A file's content as git stores it.</summary>
/// <param name="size">In bytes.</param>
/// <param name="rented">From the shared pool, at least of that size; null when it is larger than the reader wanted.</param>
internal sealed class Blob(long size, byte[]? rented)
{
    /// <summary>In bytes.</summary>
    public long Size => size;

    /// <summary>Null when it is larger than the reader wanted.</summary>
    public ReadOnlyMemory<byte>? Bytes => rented?.AsMemory(0, (int)size);

    /// <summary>
    /// Leaves the room of <see cref="Bytes"/>, which nobody may look at any more, to another. Who keeps them does not ask.
    /// </summary>
    public void GiveBack()
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
