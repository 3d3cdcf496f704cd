using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>
/// Signs for AWS with Signature Version 4. The SDK's own signer is internal in all but its access modifier and leaves
/// out the session token.
/// </summary>
/// <param name="credentials">Whose signature.</param>
/// <param name="region">Where it counts.</param>
/// <param name="service">What for, such as <c>rds-db</c>.</param>
/// <param name="time">When.</param>
internal sealed class SignatureV4(ImmutableCredentials credentials, string region, string service, DateTimeOffset time)
{
    /// <summary>Its name on the wire.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string Ending = "aws4_request";

    /// <summary>When, as <c>X-Amz-Date</c> says it.</summary>
    public string Time => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Who, and where it counts.</summary>
    public string Credential => $"{credentials.AccessKey}/{Scope}";

    private string Date => Time[..8];

    private string Scope => $"{Date}/{region}/{service}/{Ending}";

    /// <summary>The signature, in hexadecimal digits.</summary>
    public string Of(SignedRequest request)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Canonical)));
        var text = string.Join('\n', Algorithm, Time, Scope, hash);
        var key = new[] { Date, region, service, Ending }
            .Aggregate(Encoding.UTF8.GetBytes($"AWS4{credentials.SecretKey}"), Hash);
        return Convert.ToHexStringLower(Hash(key, text));
    }

    /// <summary>The value of the header <c>Authorization</c>.</summary>
    public string Authorization(SignedRequest request) =>
        $"{Algorithm} Credential={Credential}, SignedHeaders={request.HeaderNames}, Signature={Of(request)}";

    private static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
