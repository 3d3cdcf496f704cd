using System.Net;
using Drawbridge.Engine.Tls;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Decides, from <c>sslmode</c> and <c>sslrootcert</c> as in libpq, how a server proves itself.</summary>
internal static class TlsSetting
{
    private const string ModeKey = "SSL Mode";

    /// <summary>libpq's word for the authorities that the operating system believes.</summary>
    private const string SystemAuthorities = "system";

    /// <summary>
    /// Takes the verification over from the driver, which can't say what it objects to; null when the setting asks for
    /// none, or leaves the authorities to the driver.
    /// </summary>
    /// <exception cref="DrawbridgeException"><see cref="Problems.DatabaseSettingInvalid"/>.</exception>
    public static CertificateCheck? Take(NpgsqlConnectionStringBuilder setting, ServerOptions options)
    {
        var mode = setting.SslMode = ModeOf(setting, options);
        if (options.Login is { NeedsTls: true } login && mode is SslMode.Disable or SslMode.Allow or SslMode.Prefer)
        {
            throw ConnectionSetting.Invalid(
                $"its TLS mode allows a connection in the clear, which {login.Name} must not use");
        }

        var authorities = setting.RootCertificate ?? options.Authorities;
        if (mode is not (SslMode.VerifyCA or SslMode.VerifyFull) || authorities is null)
        {
            return null;
        }

        setting.SslMode = SslMode.Require;
        setting.RootCertificate = null;
        setting.GssEncryptionMode = GssEncryptionMode.Disable;
        var certificates = authorities == SystemAuthorities ? null : AuthorityFile.Read(authorities);
        return new CertificateCheck(authorities, certificates, checksName: mode == SslMode.VerifyFull);
    }

    private static SslMode ModeOf(NpgsqlConnectionStringBuilder setting, ServerOptions options)
    {
        var namesAuthorities = setting.RootCertificate is not null;
        if (setting.Keys is { } keys && keys.Cast<string>().Contains(ModeKey))
        {
            // As in libpq: who names an authority wants it asked.
            return setting.SslMode == SslMode.Require && namesAuthorities ? SslMode.VerifyCA : setting.SslMode;
        }

        var mustVerify = options.Login is { NeedsTls: true } || (options.VerifiesServers && !IsLoopback(setting.Host));
        return mustVerify || namesAuthorities ? SslMode.VerifyFull : setting.SslMode;
    }

    private static bool IsLoopback(string? host) =>
        "localhost".Equals(host, StringComparison.OrdinalIgnoreCase)
        || host?.StartsWith('/') == true
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
