using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>Where the bytes of a release's scripts come from: a bucket, or a folder.</summary>
public interface IScriptSource
{
    /// <summary>Reads a script whole; several are read at once. The run checks the hash.</summary>
    Task<byte[]> Read(ReleaseScript script, CancellationToken cancellationToken);
}
