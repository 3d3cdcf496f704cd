using Drawbridge.Engine.Tls;

namespace Drawbridge.Engine.SqlServer.Encryption;

/// <summary>
/// Decides how a server proves itself: always by a certificate of an authority that is believed, unless the setting
/// says otherwise.
/// </summary>
internal static class TlsSetting
{
    /// <summary>libpq's word for the authorities that the operating system believes.</summary>
    private const string SystemAuthorities = "system";

    /// <summary>Completes a setting by what the program around the engine believes.</summary>
    /// <exception cref="DrawbridgeException"><see cref="Problems.DatabaseSettingInvalid"/>.</exception>
    public static InstanceSetting Complete(InstanceSetting setting, ServerOptions options)
    {
        var authorities = setting.Authorities ?? options.Authorities;
        var isUnchecked = !setting.MustEncrypt || (setting.Driver.TrustServerCertificate && !setting.IsStrict);
        if (isUnchecked && setting.Authorities is not null)
        {
            throw ConnectionSetting.Invalid("it names authorities to believe, and says not to ask them");
        }

        if (isUnchecked || authorities is null)
        {
            return setting;
        }

        var certificates = authorities == SystemAuthorities ? null : AuthorityFile.Read(authorities);
        return setting with { Certificate = new CertificateCheck(authorities, certificates, checksName: true) };
    }
}
