using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.S3;

/// <summary>Who may come in: everybody who signed, or only the named access keys. Signatures are not checked.</summary>
internal sealed class S3Credentials(IReadOnlyList<string> accessKeyIds)
{
    /// <exception cref="S3Exception">The request is anonymous, or its access key is none of the known ones.</exception>
    public void Demand(HttpRequest request)
    {
        var accessKeyId = AccessKeyId(request) ?? throw new S3Exception(S3Error.AccessDenied);
        if (accessKeyIds.Count > 0 && !accessKeyIds.Contains(accessKeyId))
        {
            throw new S3Exception(S3Error.InvalidAccessKeyId);
        }
    }

    /// <summary>Who signed; null for nobody.</summary>
    public static string? AccessKeyId(HttpRequest request)
    {
        const string Mark = "Credential=";
        var authorization = request.Headers.Authorization.ToString();
        var mark = authorization.IndexOf(Mark, StringComparison.Ordinal);
        var credential = mark < 0
            ? request.Query["X-Amz-Credential"].FirstOrDefault()
            : authorization[(mark + Mark.Length)..];
        return credential?.Split('/')[0];
    }
}
