using System.Net.Http.Headers;
using System.Text;

namespace Drawbridge.LocalAws.Tests;

public sealed class ReadingSecrets
{
    private const string Date = "20261122T110400Z";
    private const string Scope = "Credential=AKID/20261122/eu-central-1/secretsmanager/aws4_request";
    private const string SignedHeaders = "SignedHeaders=content-type;host;x-amz-date;x-amz-target";
    private static readonly string Signature = $"Signature={new string('a', 64)}";

    [Fact]
    public async Task A_signed_question_is_answered_with_the_newest_text()
    {
        await using var aws = await LocalAwsServer.Start(new LocalAwsOptions());
        aws.PutSecret("shop", "old");
        aws.PutSecret("shop", "new");

        (await Ask(aws, $"{Scope}, {SignedHeaders}, {Signature}")).ShouldContain("\"SecretString\":\"new\"");
        aws.SecretReads.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, "MissingAuthenticationTokenException")]
    [InlineData($"{Scope}, {SignedHeaders}, Signature=short", "MissingAuthenticationTokenException")]
    [InlineData("Credential=AKID/20261122/eu-central-1/s3/aws4_request, {0}", "InvalidSignatureException")]
    [InlineData("Credential=AKID/20261121/eu-central-1/secretsmanager/aws4_request, {0}", "InvalidSignatureException")]
    [InlineData($"{Scope}, SignedHeaders=host;x-amz-date, {{1}}", "InvalidSignatureException")]
    [InlineData($"{Scope}, SignedHeaders=host;content-type;x-amz-date;x-amz-target, {{1}}", "InvalidSignatureException")]
    public async Task A_question_that_is_not_well_signed_is_refused(string? authorization, string code)
    {
        await using var aws = await LocalAwsServer.Start(new LocalAwsOptions());
        aws.PutSecret("shop", "hidden");
        var parameters = authorization?
            .Replace("{0}", $"{SignedHeaders}, {Signature}", StringComparison.Ordinal)
            .Replace("{1}", Signature, StringComparison.Ordinal);

        var answer = await Ask(aws, parameters);
        answer.ShouldContain(code);
        answer.ShouldNotContain("hidden");
    }

    private static async Task<string> Ask(LocalAwsServer aws, string? authorization)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Endpoint);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"SecretId":"shop"}"""));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Date", Date);
        request.Headers.Add("X-Amz-Target", "secretsmanager.GetSecretValue");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 {authorization}");
        }

        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
