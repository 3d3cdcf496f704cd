using System.Globalization;
using System.Text;
using Amazon.Runtime;
using Drawbridge.LambdaFunction.Logins;

namespace Drawbridge.LambdaFunction.Tests.Logins;

/// <summary>The published test suite for Signature Version 4, as far as it is about the path <c>/</c>.</summary>
public sealed class SigningRequests
{
    private const string Unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private const string SessionToken =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflf"
        + "KD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HF"
        + "vlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4r"
        + "vx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static readonly DateTimeOffset Time =
        DateTimeOffset.Parse("2015-08-30T12:36:00Z", CultureInfo.InvariantCulture);

    private static readonly ImmutableCredentials Credentials =
        new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token: null);

    [Theory]
    [InlineData("get-vanilla", "GET", "", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("post-vanilla", "POST", "", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData(
        "get-vanilla-query-order-key-case", "GET", "Param2=value2&Param1=value1", "", "",
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData(
        "get-vanilla-query-order-value", "GET", "Param1=value2&Param1=value1", "", "",
        "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694")]
    [InlineData(
        "get-vanilla-query-unreserved", "GET", $"{Unreserved}={Unreserved}", "", "",
        "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197")]
    [InlineData(
        "get-vanilla-utf8-query", "GET", "ሴ=bar", "", "",
        "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    [InlineData(
        "get-header-value-trim", "GET", "", "My-Header1= value1&My-Header2= \"a   b   c\"", "",
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")]
    [InlineData(
        "post-header-key-sort", "POST", "", "My-Header1=value1", "",
        "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c")]
    [InlineData(
        "post-x-www-form-urlencoded", "POST", "", "Content-Type=application/x-www-form-urlencoded", "Param1=value1",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    [InlineData(
        "post-sts-header-before", "POST", "", $"X-Amz-Security-Token={SessionToken}", "",
        "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead")]
    public void Case_of_the_suite_is_signed_as_published(
        string name, string method, string query, string headers, string body, string signature)
    {
        var signer = new SignatureV4(Credentials, "us-east-1", "service", Time);
        var request = new SignedRequest(
            method,
            Pairs(query),
            [new("Host", "example.amazonaws.com"), new("X-Amz-Date", signer.Time), .. Pairs(headers)],
            Encoding.UTF8.GetBytes(body));

        signer.Of(request).ShouldBe(signature, name);
        signer.Authorization(request).ShouldBe(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
            + $"SignedHeaders={request.HeaderNames}, Signature={signature}");
    }

    [Fact]
    public void Headers_that_are_signed_are_listed_in_order()
    {
        var request = new SignedRequest("POST", [], Pairs("X-Amz-Date=1&Content-Type=2&Host=3"), default);
        request.HeaderNames.ShouldBe("content-type;host;x-amz-date");
    }

    private static List<KeyValuePair<string, string>> Pairs(string text) =>
    [
        .. from pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries)
           let parts = pair.Split('=', 2)
           select new KeyValuePair<string, string>(parts[0], parts[1]),
    ];
}
