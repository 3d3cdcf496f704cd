using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Logins;
using Drawbridge.LambdaFunction.Problems;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Settings;

/// <summary>The server that <c>DATABASE</c>, <c>DATABASE_SECRET</c> and <c>DATABASE_LOGIN</c> describe.</summary>
internal static class DatabaseSetting
{
    /// <summary>Beside the function in its zip: the authorities that sign for RDS and its proxies.</summary>
    public const string Certificates = "rds-certificates.pem";

    /// <summary>Where they are, if they are there.</summary>
    public static string CertificatesFile { get; } = Path.Combine(AppContext.BaseDirectory, Certificates);

    private const string Place = "DATABASE";
    private const string Secret = "DATABASE_SECRET";
    private const string AnyPlace = $"Database={DatabaseServer.Placeholder}";
    private const string LoginKind = "DATABASE_LOGIN";

    /// <summary>The server, or what keeps it from being known.</summary>
    public static (IDatabaseServer? Server, Problem? Flaw) Read(AwsAccess aws)
    {
        var (login, flaw) = LoginOf(aws);
        // A secret may say where the server is.
        var place = Setting(aws, Place) ?? (login is SecretLogin ? AnyPlace : null);
        return flaw is not null ? (null, flaw)
            : place is null ? (null, new SettingMissing(Place, "postgres://user:password@host:5432/DB_NAME"))
            : Parse(place, login);
    }

    private static (ILoginSource? Login, Problem? Flaw) LoginOf(AwsAccess aws) =>
        (Setting(aws, LoginKind), Setting(aws, Secret)) switch
        {
            (null or "password", null) => (null, null),
            (null or "password", { } secret) when !IsName(secret) =>
                (null, new DatabaseSettingInvalid($"'{Secret}' is neither the name nor the ARN of a secret")),
            (null or "password", { } secret) => (new SecretLogin(secret, new SecretsManager(aws)), null),
            ("iam", null) => (new IamLogin(aws), null),
            ("iam", not null) => (null, new SettingInvalid(LoginKind, "iam", $"to be used together with '{Secret}'")),
            ({ } other, _) => (null, new SettingInvalid(LoginKind, other, "'password' or 'iam'")),
        };

    private static (IDatabaseServer? Server, Problem? Flaw) Parse(string place, ILoginSource? login)
    {
        var options = new ServerOptions
        {
            Login = login,
            VerifiesServers = true,
            Authorities = File.Exists(CertificatesFile) ? CertificatesFile : null,
        };
        try
        {
            return (DatabaseServer.Parse(place, options), null);
        }
        catch (DrawbridgeException exception)
        {
            return (null, exception.Problem);
        }
    }

    /// <summary>Whoever puts the secret itself there must not find it in a message.</summary>
    private static bool IsName(string secret) =>
        secret.All(letter => char.IsAsciiLetterOrDigit(letter) || "/_+=.@-!:".Contains(letter));

    private static string? Setting(AwsAccess aws, string name) =>
        aws.Variable(name)?.Trim() is { Length: > 0 } value ? value : null;
}
