using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Settings;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Doctor;

/// <summary>What the settings themselves say: no value of one is shown.</summary>
internal static class SettingsChecks
{
    private static readonly Checkup Settings = new("settings");
    private static readonly Checkup Certificates = new("certificates");

    public static IReadOnlyList<DoctorCheck> Of(FunctionSettings settings)
    {
        var flaws = settings.Flaws.Select(Settings.Broken).ToList();
        return [.. flaws.Count > 0 ? flaws : [Settings.Fine(settings.Summary)], OfCertificates()];
    }

    private static DoctorCheck OfCertificates() => File.Exists(DatabaseSetting.CertificatesFile)
        ? Certificates.Fine("The certificates of RDS are beside the function.")
        : Certificates.Warning(
            $"'{DatabaseSetting.Certificates}' is not beside the function: only the system's authorities are believed.",
            "Make the zip with './build.sh Package', or name a file with 'sslrootcert' in the database setting.");
}
