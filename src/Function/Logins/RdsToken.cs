using Amazon.Runtime;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>
/// The password of a login by IAM: the signed URL of a request that is never sent, without its scheme. Made here, so
/// it needs no network; RDS looks at it only while it connects.
/// </summary>
internal static class RdsToken
{
    private const string Service = "rds-db";
    private const string Lifetime = "900";

    public static string Create(
        ImmutableCredentials credentials,
        string region,
        (string Host, int Port, string User) login,
        DateTimeOffset time)
    {
        var signature = new SignatureV4(credentials, region, Service, time);
        var address = $"{login.Host}:{login.Port}";
        var query = Query(signature, credentials.Token, login.User);
        var request = new SignedRequest("GET", query, [new("host", address)], default);
        return $"{address}/?{request.QueryString}&X-Amz-Signature={signature.Of(request)}";
    }

    private static List<KeyValuePair<string, string>> Query(SignatureV4 signature, string? sessionToken, string user)
    {
        List<KeyValuePair<string, string>> query =
        [
            new("Action", "connect"),
            new("DBUser", user),
            new("X-Amz-Algorithm", SignatureV4.Algorithm),
            new("X-Amz-Credential", signature.Credential),
            new("X-Amz-Date", signature.Time),
            new("X-Amz-Expires", Lifetime),
            new("X-Amz-SignedHeaders", "host"),
        ];
        if (sessionToken is { Length: > 0 })
        {
            query.Add(new("X-Amz-Security-Token", sessionToken));
        }

        return query;
    }
}
