using System.Net;
using System.Text;

namespace Drawbridge.LocalAws.Tests;

public sealed class RefusingDamagedUploads : LocalAwsTest
{
    private const string Good = "5;chunk-signature=0\r\nhello\r\n0;chunk-signature=0\r\nx-amz-checksum-crc32:NhCmhg==\r\nx-amz-trailer-signature:0\r\n\r\n";

    [Fact]
    public async Task A_whole_one_is_taken()
    {
        (await Send(Good, decodedLength: 5)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Aws.Objects(Shop).Single().Text.ShouldBe("hello");
    }

    [Fact]
    public Task A_flipped_byte_is_a_bad_digest() =>
        Refuses(Good.Replace("hello", "hellp", StringComparison.Ordinal), 5, "BadDigest");

    [Fact]
    public Task A_shorter_content_than_announced_is_incomplete() => Refuses(Good, 6, "IncompleteBody");

    [Fact]
    public Task A_body_that_ends_in_a_chunk_is_incomplete() => Refuses(Good[..24], 5, "IncompleteBody");

    [Fact]
    public Task A_missing_trailer_is_malformed() =>
        Refuses("5;chunk-signature=0\r\nhello\r\n0;chunk-signature=0\r\n\r\n", 5, "MalformedTrailerError");

    [Fact]
    public async Task A_wrong_hash_of_a_plain_body_is_a_mismatch()
    {
        using var request = Request(new StringContent("hello"));
        request.Headers.Add("x-amz-content-sha256", new string('0', 64));
        var answer = await Http.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<Code>XAmzContentSHA256Mismatch</Code>");
        Aws.Objects(Shop).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_md5_is_a_bad_digest()
    {
        using var request = Request(new StringContent("hello"));
        request.Content!.Headers.ContentMD5 = new byte[16];
        var answer = await Http.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<Code>BadDigest</Code>");
        Aws.Objects(Shop).ShouldBeEmpty();
    }

    private async Task Refuses(string body, int decodedLength, string code)
    {
        var answer = await Send(body, decodedLength);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"<Code>{code}</Code>");
        Aws.Objects(Shop).ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> Send(string body, int decodedLength)
    {
        using var request = Request(new ByteArrayContent(Encoding.ASCII.GetBytes(body)));
        request.Headers.Add("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
        request.Headers.Add("x-amz-decoded-content-length", $"{decodedLength}");
        request.Headers.Add("x-amz-trailer", "x-amz-checksum-crc32");
        return await Http.SendAsync(request);
    }

    private HttpRequestMessage Request(HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{Aws.Endpoint}/{Shop}/a")) { Content = content };
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/eu-central-1/s3/aws4_request");
        return request;
    }
}
