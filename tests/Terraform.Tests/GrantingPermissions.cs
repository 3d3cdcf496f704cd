namespace Drawbridge.Terraform.Tests;

public sealed class GrantingPermissions
{
    private const string Account = "eu-central-1:123456789012";

    /// <summary>What a job asks when it waited in vain.</summary>
    private const string Consulting = $"lambda:InvokeFunction arn:aws:lambda:{Account}:function:drawbridge-shop";

    private const string BucketBefore = "arn:aws:s3:::drawbridge-shop-test-20261122";

    /// <summary>What Lambda does in the function's name, without a call of its code.</summary>
    private static readonly string[] ByLambda =
    [
        $"sqs:SendMessage arn:aws:sqs:{Account}:drawbridge-shop-undelivered",
        $"logs:CreateLogStream arn:aws:logs:{Account}:log-group:/aws/lambda/drawbridge-shop:*",
        $"logs:PutLogEvents arn:aws:logs:{Account}:log-group:/aws/lambda/drawbridge-shop:*",
        "ec2:AssignPrivateIpAddresses *",
        "ec2:CreateNetworkInterface *",
        "ec2:DeleteNetworkInterface *",
        "ec2:DescribeNetworkInterfaces *",
        "ec2:DescribeSubnets *",
        "ec2:UnassignPrivateIpAddresses *",
    ];

    /// <summary>Each situation's login.</summary>
    private static readonly Dictionary<string, string[]> Login = new()
    {
        [Situation.EverythingNew] = [$"secretsmanager:GetSecretValue arn:aws:secretsmanager:{Account}:secret:rds!db-1"],
        [Situation.ExistingNetwork] =
        [
            $"secretsmanager:GetSecretValue arn:aws:secretsmanager:{Account}:secret:shop-1",
            $"kms:Decrypt arn:aws:kms:{Account}:key/1", // by Secrets Manager, in the function's name
        ],
        [Situation.IamLogin] = [$"rds-db:connect arn:aws:rds-db:{Account}:dbuser:cluster-ABCDEFGHIJKL/migrator"],
        [Situation.Promotion] = [$"secretsmanager:GetSecretValue arn:aws:secretsmanager:{Account}:secret:rds!db-1"],
        [Situation.Uploads] = [$"secretsmanager:GetSecretValue arn:aws:secretsmanager:{Account}:secret:rds!db-1"],
    };

    /// <summary>What a job asks the environment before, as <c>PromotingCommits</c> sees it.</summary>
    private static readonly string[] LookingBack =
    [
        $"s3:ListBucket {BucketBefore}",
        $"s3:GetObject {BucketBefore}/releases/*",
        $"s3:GetObject {BucketBefore}/results/*",
    ];

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_deploying_job_may_do_what_it_does(string name) =>
        (await Situation.Of(name)).Granted("deploy").ShouldBe(
            [.. RecordedCalls.Of("deploy"), Consulting, .. name == Situation.Promotion ? LookingBack : []],
            ignoreOrder: true);

    [TerraformFact]
    public async Task The_deploying_job_lists_releases_and_results_only()
    {
        var situation = await Situation.Of(Situation.Promotion);
        situation.Policy("deploy")
            .Single(statement => statement.Resources.Contains(BucketBefore))
            .Condition("s3:prefix").ShouldBe(["releases/*", "results/*"]);
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_planning_job_may_ask_and_listen(string name) =>
        (await Situation.Of(name)).Granted("plan").ShouldBe(RecordedCalls.Of("plan"), ignoreOrder: true);

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_function_may_do_what_it_does(string name)
    {
        var recorded = RecordedCalls.Of("function")
            .Where(call => !call.StartsWith("secretsmanager:", StringComparison.Ordinal))
            .Select(call => call.StartsWith("s3:ListBucket ", StringComparison.Ordinal) ? "s3:ListBucket *" : call);
        (await Situation.Of(name)).Granted("function").ShouldBe(
            recorded.Concat(ByLambda).Concat(Login[name]).Distinct(), ignoreOrder: true);
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_code_can_make_no_network_interface(string name)
    {
        var situation = await Situation.Of(name);
        var denial = situation.Policy("function").Single(statement => statement.Denies);
        denial.Actions.ShouldBe(
            ByLambda.Where(call => call.StartsWith("ec2:", StringComparison.Ordinal)).Select(call => call.Split(' ')[0]));
        denial.Condition("lambda:SourceFunctionArn").ShouldBe([situation["aws_lambda_function.this"].Text("arn")]);
    }
}
