namespace Drawbridge.Problems;

/// <summary>Nobody that is believed vouches for the server's certificate.</summary>
/// <param name="Server">Host and port.</param>
/// <param name="Issuer">Who signed it, as it says itself.</param>
/// <param name="Authorities">The file of those who are believed, or <c>system</c>.</param>
public sealed record DatabaseCertificateUntrusted(string Server, string Issuer, string Authorities) : Problem(
    $"The certificate of the database server '{Server}' is signed by '{Issuer}', which none of the authorities in "
    + $"'{Authorities}' vouches for.",
    "Name the authority's certificate in the database setting ('sslrootcert=/path/to/authority.pem'), or write "
    + "'sslrootcert=system' for a public one. If it should be RDS, something else may be answering in its place.");
