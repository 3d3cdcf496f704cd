using System.Security.Cryptography.X509Certificates;
using Drawbridge.Tests.Shared;

namespace Compat.Tests.Packaging;

public sealed class PackingCertificates : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("drawbridge-pem-").FullName;

    [NpmFact]
    public void The_pinned_package_holds_authorities_that_last()
    {
        var certificates = Import(RdsCertificates.Read(PinnedPackage.Archive));

        certificates.Count.ShouldBe(92);
        certificates.ShouldAllBe(certificate => certificate.NotAfter > DateTime.Now.AddYears(1));
        var names = certificates.Select(one => one.GetNameInfo(X509NameType.SimpleName, forIssuer: false)).ToList();
        names.ShouldContain("Amazon RDS eu-central-1 Root CA RSA2048 G1");
        names.ShouldContain("Amazon RDS us-east-1 Root CA ECC384 G1");
        names.ShouldContain("Amazon Root CA 1", "which signs for proxies");
    }

    [NpmFact]
    public void Fresh_authorities_of_servers_stand_beside_the_pinned_ones_of_proxies()
    {
        var fresh = Import(RdsCertificates.Read(PinnedPackage.Archive))[0];
        var certificates = Import(RdsCertificates.Read(PinnedPackage.Archive, fresh.ExportCertificatePem()));

        certificates.Count.ShouldBe(6);
        certificates[0].ShouldBe(fresh);
    }

    [Fact]
    public void Another_package_than_the_pinned_one_is_not_opened()
    {
        var file = Path.Combine(_root, RdsCertificates.ArchiveName);
        File.WriteAllText(file, "something else");

        Should.Throw<InvalidDataException>(() => RdsCertificates.Read(file)).Message.ShouldContain(file);
    }

    [Fact]
    public void Nothing_is_no_bundle() =>
        Should.Throw<InvalidDataException>(() => RdsCertificates.Bundle("<html>Sorry</html>"));

    [Fact]
    public void The_function_looks_for_the_file_by_the_name_that_the_build_gives_it() =>
        File.ReadAllText(Repository.PathOf("src/Function/Settings/DatabaseSetting.cs"))
            .ShouldContain($"\"{RdsCertificates.FileName}\"");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static X509Certificate2Collection Import(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return certificates;
    }
}
