using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Drawbridge.LambdaFunction.Logins;

namespace Drawbridge.LambdaFunction.Tests.Logins;

public sealed class MakingRdsTokens
{
    private const string Host = "shop.c9akciq32.eu-central-1.rds.amazonaws.com";
    private const string User = "migrator+1@acme";

    private static readonly ImmutableCredentials Passing = new("ASIAEXAMPLE", "secret/key+1", "a/b+c==");

    /// <summary>The vector in the tests of AWS's own Python library.</summary>
    [Fact]
    public void Known_token_is_made_to_the_letter()
    {
        var time = DateTimeOffset.Parse("2016-11-07T17:39:33Z", CultureInfo.InvariantCulture);
        var token = RdsToken.Create(
            new ImmutableCredentials("akid", "skid", token: null),
            "us-east-1",
            ("prod-instance.us-east-1.rds.amazonaws.com", 3306, "someusername"),
            time);

        token.ShouldBe(
            "prod-instance.us-east-1.rds.amazonaws.com:3306/?Action=connect&DBUser=someusername"
            + "&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=akid%2F20161107%2Fus-east-1%2Frds-db%2Faws4_request"
            + "&X-Amz-Date=20161107T173933Z&X-Amz-Expires=900"
            + "&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=d1138cdbc0ca63eec012ec0fc6c2267e03642168f5884a7795320d4c18374c61");
    }

    /// <summary>The SDK's signer takes the time from the clock only, so ours is given the time that it took.</summary>
    [Fact]
    public void Signature_is_the_one_that_the_SDK_makes()
    {
        using var request = new DefaultRequest(new Connect(), "rds-db")
        {
            Endpoint = new Uri($"https://{Host}:5432"),
            HttpMethod = "GET",
            UseQueryString = true,
            ResourcePath = "/",
        };
        request.Parameters.Add("Action", "connect");
        request.Parameters.Add("DBUser", User);
        request.Parameters.Add("X-Amz-Expires", "900");
        request.Parameters.Add("X-Amz-Security-Token", Passing.Token);
        var theirs = AWS4PreSignedUrlSigner.SignRequest(
            request, null, new RequestMetrics(), Passing.AccessKey, Passing.SecretKey, "rds-db", "eu-central-1");
        var time = DateTimeOffset.ParseExact(
            theirs.ISO8601DateTime,
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);
        var ours = RdsToken.Create(Passing, "eu-central-1", (Host, 5432, User), time);

        ours.ShouldEndWith($"&X-Amz-Signature={theirs.Signature}");
    }

    private sealed class Connect : AmazonWebServiceRequest;
}
