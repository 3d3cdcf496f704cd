using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Drawbridge.Problems;

namespace Drawbridge.Engine.Tls;

/// <summary>A PEM file of the authorities to believe.</summary>
internal static class AuthorityFile
{
    /// <exception cref="DrawbridgeException"><see cref="DatabaseSettingInvalid"/>.</exception>
    public static X509Certificate2Collection Read(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Invalid($"its root certificate file '{file}' can't be read");
        }

        return certificates.Count > 0
            ? certificates
            : throw Invalid($"its root certificate file '{file}' holds no certificate in PEM form");
    }

    private static DrawbridgeException Invalid(string reason) => new(new DatabaseSettingInvalid(reason));
}
