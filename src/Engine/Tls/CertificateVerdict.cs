using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Drawbridge.Problems;

namespace Drawbridge.Engine.Tls;

/// <summary>What came of checking one connection's certificate.</summary>
/// <param name="source">Which authorities are believed, for messages.</param>
/// <param name="checksName">Whether the certificate must be for the host's name, too.</param>
/// <param name="policy">How a chain is built.</param>
internal sealed class CertificateVerdict(string source, bool checksName, Func<X509ChainPolicy> policy)
{
    private const int LongestText = 200;

    private Func<string, string, Problem>? _objection;

    /// <summary>Puts the check into the options of a connection; whatever else is wrong with it stays wrong.</summary>
    public void Demand(SslClientAuthenticationOptions options)
    {
        options.CertificateChainPolicy = policy();
        options.RemoteCertificateValidationCallback =
            (_, certificate, chain, errors) => Accepts(certificate, chain, errors);
    }

    /// <summary>Why the certificate was not accepted; null when it was, or none came.</summary>
    public Problem? ProblemOf(string host, string server) => _objection?.Invoke(host, server);

    private bool Accepts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var counted = checksName ? errors : errors & ~SslPolicyErrors.RemoteCertificateNameMismatch;
        if (counted == SslPolicyErrors.None)
        {
            return true;
        }

        if (certificate is X509Certificate2 shown)
        {
            _objection = ObjectionTo(shown, chain, counted);
        }

        return false;
    }

    private Func<string, string, Problem> ObjectionTo(
        X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            var names = Short(string.Join("', '", Names(certificate)));
            return (host, server) => new DatabaseCertificateMisnamed(server, host, names);
        }

        if (chain?.ChainStatus.All(status => status.Status == X509ChainStatusFlags.NotTimeValid) == true)
        {
            var (from, to) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
            var reason = $"its certificate, or its authority's, is out of date; its own lasts from {from:u} to {to:u}";
            return (_, server) => new DatabaseTlsFailed(server, reason);
        }

        var issuer = Short(certificate.Issuer);
        return (_, server) => new DatabaseCertificateUntrusted(server, issuer, source);
    }

    private static IEnumerable<string> Names(X509Certificate2 certificate)
    {
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
        return alternatives.Count == 0
            ? [certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)]
            : alternatives.SelectMany(names =>
                names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => $"{address}")));
    }

    /// <summary>Whoever answers at the address wrote it.</summary>
    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
