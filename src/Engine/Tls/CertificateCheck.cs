using System.Security.Cryptography.X509Certificates;

namespace Drawbridge.Engine.Tls;

/// <summary>How a server's certificate is verified; the platform does it, for each connection anew.</summary>
/// <param name="source">Which authorities are believed, for messages.</param>
/// <param name="authorities">Null for the system's.</param>
/// <param name="checksName">Whether the certificate must be for the host's name, too.</param>
internal sealed class CertificateCheck(string source, X509Certificate2Collection? authorities, bool checksName)
{
    /// <summary>The check of one connection.</summary>
    public CertificateVerdict Begin() => new(source, checksName, Policy);

    /// <summary>Neither revocation lists nor missing links are fetched: a private network has no way there.</summary>
    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        if (authorities is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(authorities);
        }

        return policy;
    }
}
