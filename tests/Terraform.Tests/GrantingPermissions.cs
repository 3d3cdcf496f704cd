namespace Drawbridge.Terraform.Tests;

public sealed class GrantingPermissions
{
    private const string Account = "eu-central-1:123456789012";
    private const string Caller = "aws:PrincipalArn";

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
        [Situation.Uploads] = [$"secretsmanager:GetSecretValue arn:aws:secretsmanager:{Account}:secret:rds!db-1"],
    };

    /// <summary>Where <c>doctor</c> looks for what is not there, to tell whether it might be read.</summary>
    private static readonly string[] Examining =
        ["s3:GetObject migrations/*", "s3:GetObject plans/*", "s3:GetObject releases/*", "s3:GetObject results/*"];

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_deploying_job_may_do_what_it_does(string name) =>
        Granted(await Situation.Of(name), "deploy").ShouldBe(
            RecordedCalls.Of("deploy").Append($"lambda:InvokeFunction arn:aws:lambda:{Account}:function:drawbridge-shop"),
            ignoreOrder: true);

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_planning_job_may_ask_and_listen(string name) =>
        Granted(await Situation.Of(name), "plan").ShouldBe(RecordedCalls.Of("plan"), ignoreOrder: true);

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_function_may_do_what_it_does(string name)
    {
        var recorded = RecordedCalls.Of("function")
            .Where(call => !call.StartsWith("secretsmanager:", StringComparison.Ordinal))
            .Select(call => call.StartsWith("s3:ListBucket ", StringComparison.Ordinal) ? "s3:ListBucket *" : call);
        Granted(await Situation.Of(name), "function").ShouldBe(
            recorded.Concat(Examining).Concat(ByLambda).Concat(Login[name]).Distinct(), ignoreOrder: true);
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_code_can_make_no_network_interface(string name)
    {
        var situation = await Situation.Of(name);
        var denial = situation.Policy("function").Single(statement => statement.Denies);
        denial.Actions.ShouldBe(ByLambda.Where(call => call.StartsWith("ec2:", StringComparison.Ordinal)).Select(call => call.Split(' ')[0]));
        denial.Condition("lambda:SourceFunctionArn").ShouldBe([situation["aws_lambda_function.this"].Text("arn")]);
    }

    [TerraformTheory]
    [InlineData(Situation.EverythingNew)]
    [InlineData(Situation.ExistingNetwork)]
    public async Task The_endpoint_of_s3_lets_the_function_through_to_its_bucket_only(string name)
    {
        var situation = await Situation.Of(name);
        var function = situation["aws_iam_role.function"].Text("arn");
        var ours = situation.Policy("s3_endpoint").Where(statement => statement.Comparison(Caller) == "ArnEquals").ToList();
        ours.ShouldAllBe(statement => statement.Condition(Caller)!.Single() == function);
        ours.SelectMany(statement => statement.Resources).Distinct().ShouldBe([situation.Bucket, $"{situation.Bucket}/*"]);
        ours.SelectMany(statement => statement.Actions).ShouldBe(
            Granted(situation, "function").Where(call => call.StartsWith("s3:", StringComparison.Ordinal)).Select(call => call.Split(' ')[0]).Distinct(),
            ignoreOrder: true);
    }

    [TerraformFact]
    public async Task The_endpoint_of_s3_leaves_whoever_was_there_before_alone()
    {
        var situation = await Situation.Of(Situation.ExistingNetwork);
        var others = situation.Policy("s3_endpoint").Single(statement => statement.Comparison(Caller) == "ArnNotEquals");
        others.Condition(Caller).ShouldBe([situation["aws_iam_role.function"].Text("arn")]);
        var alone = await Situation.Of(Situation.EverythingNew);
        alone.Policy("s3_endpoint").ShouldAllBe(statement => statement.Comparison(Caller) == "ArnEquals");
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_bucket_refuses_every_writer_but_those_whose_task_it_is(string name)
    {
        var situation = await Situation.Of(name);
        string[] roles = ["deploy", "function", "plan"];
        foreach (var folder in new[] { "migrations", "releases", "plans", "results" })
        {
            var writers = roles.Where(role => Granted(situation, role).Contains($"s3:PutObject {folder}/*"))
                .Select(role => situation[$"aws_iam_role.{role}"].Text("arn"));
            var refusal = situation.Policy("bucket").Single(statement => statement.Resources.Contains($"{situation.Bucket}/{folder}/*"));
            (refusal.Denies, refusal.Principals.Single(), refusal.Actions.Single()).ShouldBe((true, "*", "s3:PutObject"));
            refusal.Comparison(Caller).ShouldBe("ArnNotEquals");
            refusal.Condition(Caller).ShouldBe(
                writers.Concat(name == Situation.Uploads && folder == "migrations" ? ["arn:aws:iam::123456789012:role/operators"] : []),
                ignoreOrder: true);
        }
    }

    private static IReadOnlyList<string> Granted(Situation situation, string role) =>
    [
        .. situation.Policy(role)
            .Where(statement => !statement.Denies)
            .SelectMany(statement => statement.Grants(situation.Bucket))
            .Distinct(),
    ];
}
