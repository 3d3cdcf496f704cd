using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Drawbridge.LambdaFunction.Logins;
using Drawbridge.LocalAws;

namespace Drawbridge.LambdaFunction.Tests.Logins;

public sealed class AskingSecretsManager
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1a2b-AbCdEf";
    private const string Hidden = "s3cret-word";

    [Theory]
    [InlineData("shop/migrator")]
    [InlineData(Arn)]
    public async Task It_shows_the_current_text_to_whoever_signs(string name)
    {
        await using var aws = await LocalAwsServer.Start(new LocalAwsOptions());
        aws.PutSecret(name, Hidden);

        (await Secrets(aws.Endpoint).Read(name, default)).ShouldBe(Hidden);
        (await Secrets(aws.Endpoint, session: null).Read(name, default)).ShouldBe(Hidden);
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await using var aws = await LocalAwsServer.Start(new LocalAwsOptions { AccessKeyIds = ["AKIDKNOWN"] });
        aws.PutSecret(Arn, Hidden);

        var problem = await ProblemOf(aws.Endpoint);
        (problem.Code, problem.MayPass).ShouldBe(("secret-denied", false));
        problem.Message.ShouldContain("UnrecognizedClientException");
    }

    [Fact]
    public async Task A_secret_that_is_not_there_is_named_with_its_region()
    {
        await using var aws = await LocalAwsServer.Start(new LocalAwsOptions());

        var problem = await ProblemOf(aws.Endpoint);
        problem.Code.ShouldBe("secret-missing");
        problem.Message.ShouldContain("'eu-west-1'");
    }

    [Fact]
    public async Task An_address_that_never_answers_is_given_up_soon_and_says_what_is_missing_in_the_VPC()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var problem = await ProblemOf($"http://{silent.LocalEndpoint}");
        (problem.Code, problem.MayPass).ShouldBe(("secret-unreachable", true));
        problem.Message.ShouldContain($"'{silent.LocalEndpoint}': no answer within 8 s");
        problem.Remedy.ShouldContain("interface endpoint");
    }

    [Fact]
    public async Task A_closed_port_is_unreachable()
    {
        var problem = await ProblemOf("http://127.0.0.1:1");
        (problem.Code, problem.MayPass).ShouldBe(("secret-unreachable", true));
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(400, """{"__type":"ThrottlingException"}""")]
    public async Task What_may_pass_soon_is_asked_three_times(int status, string body)
    {
        await using var recovering = new AnsweringServer((status, body), (status, body), (200, """{"SecretString":"text"}"""));
        (await Secrets(recovering.Endpoint).Read(Arn, default)).ShouldBe("text");

        await using var failing = new AnsweringServer((status, body), (status, body), (status, body));
        (await ProblemOf(failing.Endpoint)).Message.ShouldContain($"it answered {status}");
    }

    [Theory]
    [InlineData(400, "com.amazonaws.secretsmanager#AccessDeniedException", "secret-denied")]
    [InlineData(400, "DecryptionFailure", "secret-denied")]
    [InlineData(400, "ResourceNotFoundException", "secret-missing")]
    [InlineData(400, "InvalidRequestException", "secret-unusable")]
    [InlineData(400, "ThrottlingException", "secret-unreachable")]
    [InlineData(500, "InternalServiceError", "secret-unreachable")]
    [InlineData(200, "", "secret-unusable")]
    public void Every_answer_without_a_text_has_its_remedy(int status, string type, string code)
    {
        var body = $$"""{"__type":"{{type}}","Message":"{{Hidden}}","SecretBinary":"{{Hidden}}"}""";
        var answer = SecretsAnswer.Read(status, Encoding.UTF8.GetBytes(body));
        var endpoint = new SecretsEndpoint(new Uri("https://example.com"), "eu-west-1");
        var problem = answer.ProblemOf(Arn, endpoint).ShouldNotBeNull();

        problem.Code.ShouldBe(code);
        problem.ToString().ShouldNotContain(Hidden);
    }

    [Theory]
    [InlineData("name", "", "", "https://secretsmanager.eu-central-1.amazonaws.com/")]
    [InlineData(Arn, "", "", "https://secretsmanager.eu-west-1.amazonaws.com/")]
    [InlineData(
        "arn:aws-cn:secretsmanager:cn-north-1:1:secret:x", "", "",
        "https://secretsmanager.cn-north-1.amazonaws.com.cn/")]
    [InlineData(Arn, "http://one.example", "", "http://one.example/")]
    [InlineData(Arn, "http://one.example", "http://vpce.example", "http://vpce.example/")]
    public void Region_and_variables_tell_where_it_is(string secret, string all, string own, string address)
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_REGION"] = "eu-central-1",
            ["AWS_ENDPOINT_URL"] = all,
            ["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = own,
        };
        SecretsEndpoint.For(secret, Access(variables, null))!.Address.ToString().ShouldBe(address);
    }

    [Fact]
    public async Task Without_a_region_nobody_is_asked()
    {
        var aws = Access(new Dictionary<string, string>(), null);
        var failure = await Should.ThrowAsync<DrawbridgeException>(() => new SecretsManager(aws).Read("name", default));
        failure.Problem.Code.ShouldBe("region-missing");
    }

    private static async Task<Problem> ProblemOf(string endpoint)
    {
        var failure = await Should.ThrowAsync<DrawbridgeException>(() => Secrets(endpoint).Read(Arn, default));
        failure.ToString().ShouldNotContain(Hidden);
        return failure.Problem;
    }

    private static SecretsManager Secrets(string endpoint, string? session = "session") =>
        new(Access(new() { ["AWS_REGION"] = "eu-central-1", ["AWS_ENDPOINT_URL"] = endpoint }, session));

    private static AwsAccess Access(Dictionary<string, string> variables, string? session) => new(
        variables, _ => Task.FromResult(new ImmutableCredentials("AKIDEXAMPLE", "key", session)), TimeProvider.System);
}
