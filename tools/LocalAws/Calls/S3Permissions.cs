using Drawbridge.LocalAws.S3;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Calls;

/// <summary>Which permissions a request to S3 needs, by the reference of each operation.</summary>
internal static class S3Permissions
{
    public static IEnumerable<(string Permission, string Resource)> Of(S3Request request) =>
        request.Key.Length == 0 ? OfBucket(request) : OfObject(request);

    private static IEnumerable<(string Permission, string Resource)> OfBucket(S3Request request)
    {
        var query = request.Http.Query;
        var permission = request.Http.Method == HttpMethods.Put ? "s3:CreateBucket"
            : query.ContainsKey("versioning") ? "s3:GetBucketVersioning"
            : query.ContainsKey("location") ? "s3:GetBucketLocation"
            : query.ContainsKey("versions") ? "s3:ListBucketVersions"
            : "s3:ListBucket";
        yield return (permission, query["prefix"].ToString());
    }

    private static IEnumerable<(string Permission, string Resource)> OfObject(S3Request request)
    {
        var version = request.VersionId is null ? "" : "Version";
        yield return (request.Http.Method switch
        {
            "PUT" => "s3:PutObject",
            "DELETE" => $"s3:DeleteObject{version}",
            _ => $"s3:GetObject{version}",
        }, request.Key);

        if (request.Http.Method == HttpMethods.Put && request.Http.Headers.IfMatch.Count > 0)
        {
            yield return ("s3:GetObject", request.Key); // to compare with what is there
        }
    }
}
