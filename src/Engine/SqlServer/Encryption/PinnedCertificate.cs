using System.Security.Cryptography.X509Certificates;

namespace Drawbridge.Engine.SqlServer.Encryption;

/// <summary>A certificate in a file of its own, for the driver, which takes it as the only one to accept.</summary>
internal sealed class PinnedCertificate : IDisposable
{
    private PinnedCertificate(string path) => Path = path;

    /// <summary>Where it is, as long as this is.</summary>
    public string Path { get; }

    /// <summary>Writes it where nobody else does.</summary>
    public static PinnedCertificate Write(X509Certificate2 certificate)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"drawbridge-{Guid.NewGuid():N}.cer");
        using var file = new FileStream(path, FileMode.CreateNew);
        file.Write(certificate.RawDataMemory.Span);
        return new PinnedCertificate(path);
    }

    public void Dispose() => File.Delete(Path);
}
