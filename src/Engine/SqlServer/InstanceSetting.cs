using Drawbridge.Engine.Tls;
using Microsoft.Data.SqlClient;

namespace Drawbridge.Engine.SqlServer;

/// <summary>A database setting, read.</summary>
/// <param name="Host">Empty when the login names it.</param>
/// <param name="Port">The setting's, or the usual one.</param>
internal sealed record InstanceSetting(string Host, int Port)
{
    public const int UsualPort = 1433;

    /// <summary>A file of authorities to believe, or <c>system</c>; null when it names none.</summary>
    public string? Authorities { get; init; }

    /// <summary>
    /// How the server proves who it is, checked before the driver connects; null when the driver alone decides.
    /// </summary>
    public CertificateCheck? Certificate { get; init; }

    /// <summary>All that goes to the driver as it is; without the server.</summary>
    public SqlConnectionStringBuilder Driver { get; init; } = new();

    /// <summary>Whether the whole conversation is encrypted from its first byte, as since SQL Server 2022.</summary>
    public bool IsStrict => Driver.Encrypt.Equals(SqlConnectionEncryptOption.Strict);

    /// <summary>Whether the server must encrypt at all.</summary>
    public bool MustEncrypt => !Driver.Encrypt.Equals(SqlConnectionEncryptOption.Optional);

    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port}";
}
