using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>A pending script that may be run: its bytes are the release's, and nothing in its text speaks against it.</summary>
/// <param name="Pending">Which one.</param>
/// <param name="Bytes">Its file.</param>
/// <param name="Loaded">As it was read to prove it; null where that was forgotten.</param>
internal sealed record ProvedScript(PendingScript Pending, ReadOnlyMemory<byte> Bytes, LoadedScript? Loaded)
{
    /// <summary>Reads it again.</summary>
    public LoadedScript Read(IDatabaseServer server) =>
        ScriptContent.TryRead(Pending.Entry.Key, Bytes.Span, out var content, out var flaw)
            ? LoadedScript.Read(Pending, content, server)
            : throw new InvalidOperationException(flaw.Message);
}
