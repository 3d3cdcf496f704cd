using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Secrets;

/// <summary>
/// Whether a request looks signed as Signature Version 4 has it: scope, date, and every header that must be covered.
/// The signature's value is not checked.
/// </summary>
internal static partial class SignatureShape
{
    private static readonly string[] AlwaysSigned = ["host", "x-amz-date"];

    /// <summary>AWS's code for what is wrong; null for a request that is well signed.</summary>
    public static string? FlawOf(HttpRequest request, string service, IReadOnlyList<string> accessKeyIds)
    {
        var authorization = Authorization().Match(request.Headers.Authorization.ToString());
        if (!authorization.Success)
        {
            return "MissingAuthenticationTokenException";
        }

        if (accessKeyIds.Count > 0 && !accessKeyIds.Contains(authorization.Groups["key"].Value))
        {
            return "UnrecognizedClientException";
        }

        var date = request.Headers["X-Amz-Date"].ToString();
        var isInScope = authorization.Groups["service"].Value == service
            && date.StartsWith(authorization.Groups["date"].Value, StringComparison.Ordinal);
        return isInScope && CoversWhatItMust(request, authorization.Groups["headers"].Value.Split(';'))
            ? null
            : "InvalidSignatureException";
    }

    private static bool CoversWhatItMust(HttpRequest request, string[] signed)
    {
        var special = request.Headers.Select(header => header.Key.ToLowerInvariant())
            .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal));
        return AlwaysSigned.Concat(special).All(signed.Contains)
            && signed.All(request.Headers.ContainsKey)
            && signed.Order(StringComparer.Ordinal).SequenceEqual(signed);
    }

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<date>[0-9]{8})/[a-z0-9-]+/(?<service>[a-z0-9-]+)/aws4_request, "
        + "?SignedHeaders=(?<headers>[a-z0-9;-]+), ?Signature=[0-9a-f]{64}$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Authorization();
}
