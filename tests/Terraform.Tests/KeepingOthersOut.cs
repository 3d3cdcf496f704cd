namespace Drawbridge.Terraform.Tests;

public sealed class KeepingOthersOut
{
    private const string Caller = "aws:PrincipalArn";

    /// <summary>The account of the environment after this one.</summary>
    private const string Other = "arn:aws:iam::210987654321";

    private static readonly string[] Roles = ["deploy", "function", "plan"];

    [TerraformTheory]
    [InlineData(Situation.EverythingNew)]
    [InlineData(Situation.ExistingNetwork)]
    public async Task The_endpoint_of_s3_lets_the_function_through_to_its_bucket_only(string name)
    {
        var situation = await Situation.Of(name);
        var ours = situation.Policy("s3_endpoint")
            .Where(statement => statement.Comparison(Caller) == "ArnEquals")
            .ToList();
        var function = situation["aws_iam_role.function"].Text("arn");
        ours.ShouldAllBe(statement => statement.Condition(Caller)!.Single() == function);
        ours.SelectMany(statement => statement.Resources).Distinct()
            .ShouldBe([situation.Bucket, $"{situation.Bucket}/*"]);
        var needed = situation.Granted("function")
            .Where(call => call.StartsWith("s3:", StringComparison.Ordinal))
            .Select(call => call.Split(' ')[0])
            .Distinct();
        ours.SelectMany(statement => statement.Actions).ShouldBe(needed, ignoreOrder: true);
    }

    [TerraformFact]
    public async Task The_endpoint_of_s3_leaves_whoever_was_there_before_alone()
    {
        var situation = await Situation.Of(Situation.ExistingNetwork);
        situation.Policy("s3_endpoint")
            .Single(statement => statement.Comparison(Caller) == "ArnNotEquals")
            .Condition(Caller).ShouldBe([situation["aws_iam_role.function"].Text("arn")]);
        var alone = await Situation.Of(Situation.EverythingNew);
        alone.Policy("s3_endpoint").ShouldAllBe(statement => statement.Comparison(Caller) == "ArnEquals");
    }

    [TerraformTheory]
    [InlineData(Situation.EverythingNew)]
    [InlineData(Situation.ExistingNetwork)]
    public async Task The_endpoint_of_secrets_knows_one_reader_and_one_secret(string name)
    {
        var situation = await Situation.Of(name);
        var statement = situation.Policy("secrets_endpoint").Single();
        (statement.Actions.Single(), statement.Comparison(Caller), statement.Condition(Caller)!.Single()).ShouldBe(
            ("secretsmanager:GetSecretValue", "ArnEquals", situation["aws_iam_role.function"].Text("arn")));
        situation.Granted("function").ShouldContain($"secretsmanager:GetSecretValue {statement.Resources.Single()}");
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_bucket_refuses_every_writer_but_those_whose_task_it_is(string name)
    {
        var situation = await Situation.Of(name);
        foreach (var folder in new[] { "migrations", "releases", "plans", "results" })
        {
            var refusal = situation.Policy("bucket")
                .Where(statement => statement.Denies)
                .Single(statement => statement.Resources.Contains($"{situation.Bucket}/{folder}/*"));
            (refusal.Principals.Single(), refusal.Actions.Single(), refusal.Comparison(Caller))
                .ShouldBe(("*", "s3:PutObject", "ArnNotEquals"));
            refusal.Condition(Caller).ShouldBe(Writers(situation, folder).Concat(Uploaders(name, folder)), ignoreOrder: true);
        }
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_bucket_lets_nobody_in_but_the_job_that_ships_to_the_environment_after(string name)
    {
        var situation = await Situation.Of(name);
        var admissions = situation.Policy("bucket").Where(statement => !statement.Denies).ToList();
        admissions.ShouldAllBe(statement => statement.Principals.Single() == $"{Other}:root"
            && statement.Comparison(Caller) == "ArnEquals"
            && statement.Condition(Caller)!.Single() == $"{Other}:role/drawbridge-shop-production-deploy");
        string[] reading =
        [
            "s3:ListBucket releases/*", "s3:ListBucket results/*",
            "s3:GetObject releases/*", "s3:GetObject results/*",
        ];
        admissions.SelectMany(statement => statement.Grants(situation.Bucket)).ShouldBe(
            name == Situation.Promotion ? reading : [], ignoreOrder: true);
    }

    private static IEnumerable<string> Writers(Situation situation, string folder) =>
        from role in Roles
        where situation.Granted(role).Contains($"s3:PutObject {folder}/*")
        select situation[$"aws_iam_role.{role}"].Text("arn");

    private static string[] Uploaders(string name, string folder) =>
        (name, folder) is (Situation.Uploads, "migrations") ? ["arn:aws:iam::123456789012:role/operators"] : [];
}
