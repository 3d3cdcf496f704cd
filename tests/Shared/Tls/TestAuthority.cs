using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Drawbridge.Tests.Shared.Tls;

/// <summary>An authority that only tests believe, and what it signs.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly X509Certificate2 _root;

    /// <summary>Makes one.</summary>
    public TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _root = request.CreateSelfSigned(Now - Life, Now + Life);
    }

    /// <summary>Its own certificate, as <c>sslrootcert</c> names it.</summary>
    public string Pem => _root.ExportCertificatePem() + "\n";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>A certificate for one host or address and its key; one that is out of date ended yesterday.</summary>
    public (string Certificate, string Key) Sign(string host, bool isOutOfDate = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=a server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        var end = isOutOfDate ? Now - TimeSpan.FromDays(1) : Now + TimeSpan.FromDays(1);
        var serial = RandomNumberGenerator.GetBytes(8);
        using var certificate = request.Create(_root, end - TimeSpan.FromDays(2), end, serial);
        return (certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Dispose();
}
