using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>Where Secrets Manager answers for a secret, and how a request to it looks.</summary>
/// <param name="Address">With a scheme.</param>
/// <param name="Region">The secret's.</param>
internal sealed record SecretsEndpoint(Uri Address, string Region)
{
    private const string Service = "secretsmanager";
    private const string Target = "secretsmanager.GetSecretValue";
    private const string ContentType = "application/x-amz-json-1.1";

    /// <summary>
    /// In the region that the secret's ARN names, else in this process's; at the address that the SDK's variables name,
    /// else at the public one. Null without a region.
    /// </summary>
    public static SecretsEndpoint? For(string secret, AwsAccess aws)
    {
        var region = secret.Split(':') is ["arn", _, Service, { Length: > 0 } named, ..] ? named : aws.Region;
        if (region.Length == 0)
        {
            return null;
        }

        var address = aws.Variable("AWS_ENDPOINT_URL_SECRETS_MANAGER") ?? aws.Variable("AWS_ENDPOINT_URL")
            ?? $"https://{Service}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}";
        return new SecretsEndpoint(new Uri(address), region);
    }

    /// <summary>A signed request for a secret's current value.</summary>
    public HttpRequestMessage Ask(string secret, ImmutableCredentials credentials, DateTimeOffset time)
    {
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["SecretId"] = secret }.ToJsonString());
        var signature = new SignatureV4(credentials, Region, Service, time);
        List<KeyValuePair<string, string>> headers = [new("X-Amz-Date", signature.Time), new("X-Amz-Target", Target)];
        if (credentials.Token is { Length: > 0 } token)
        {
            headers.Add(new("X-Amz-Security-Token", token));
        }

        var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        headers.ForEach(header => request.Headers.Add(header.Key, header.Value));
        var signed = new SignedRequest(
            "POST", [], [.. headers, new("Host", Address.Authority), new("Content-Type", ContentType)], body);
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization(signed));
        return request;
    }
}
