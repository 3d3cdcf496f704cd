namespace Drawbridge.Terraform.Tests;

/// <summary>What everybody who builds this by hand has to remember.</summary>
public sealed class FollowingTheChecklist
{
    [TerraformTheory]
    [InlineData("the VPC", "aws_vpc.this[0]")]
    [InlineData("the database in it", "aws_db_instance.this[0]")]
    [InlineData("the bucket", "aws_s3_bucket.this")]
    [InlineData("the function's role", "aws_iam_role.function")]
    [InlineData("its policy", "aws_iam_role_policy.function")]
    [InlineData("the function", "aws_lambda_function.this")]
    [InlineData("the topic", "aws_sns_topic.announced")]
    [InlineData("the topic's policy, which lets the bucket publish", "aws_sns_topic_policy.announced")]
    [InlineData("the notification", "aws_s3_bucket_notification.this")]
    [InlineData("the permission for the event", "aws_lambda_permission.announced")]
    [InlineData("the subscription", "aws_sns_topic_subscription.function")]
    [InlineData("the route from the VPC to S3", "aws_vpc_endpoint.s3[0]")]
    public async Task Each_line_is_there(string line, string address) =>
        (await Situation.Of(Situation.EverythingNew)).Resources
            .ShouldContain(resource => resource.Address == address, line);

    [TerraformTheory]
    [InlineData("listing", "s3:ListBucket")]
    [InlineData("objects", "s3:GetObjectVersion")]
    [InlineData("network interfaces", "ec2:CreateNetworkInterface")]
    [InlineData("logs", "logs:PutLogEvents")]
    public async Task The_function_has_a_policy_for(string line, string action) =>
        (await Situation.Of(Situation.EverythingNew)).Policy("function")
            .ShouldContain(statement => statement.Actions.Contains(action), line);

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task Only_the_bucket_publishes_and_only_the_topic_invokes(string name)
    {
        var situation = await Situation.Of(name);
        var publishing = situation.Policy("announced").Single(statement => !statement.Denies);
        publishing.Principals.ShouldBe(["s3.amazonaws.com"]);
        publishing.Condition("aws:SourceArn").ShouldBe([situation.Bucket]);
        publishing.Condition("aws:SourceAccount").ShouldBe(["123456789012"]);
        var refusal = situation.Policy("announced").Single(statement => statement.Condition("aws:SourceArn") != null
            && statement.Denies);
        (refusal.Principals.Single(), refusal.Actions.Single(), refusal.Comparison("aws:SourceArn"))
            .ShouldBe(("*", "sns:Publish", "ArnNotEquals"));
        refusal.Condition("aws:SourceArn").ShouldBe([situation.Bucket]);
        var permission = situation["aws_lambda_permission.announced"];
        (permission.Text("principal"), permission.Text("source_arn")).ShouldBe(
            ("sns.amazonaws.com", situation["aws_sns_topic.announced"].Text("arn")));
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_bucket_is_private_encrypted_and_remembers(string name)
    {
        var situation = await Situation.Of(name);
        var block = situation["aws_s3_bucket_public_access_block.this"];
        string[] blocked =
            ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];
        blocked.ShouldAllBe(setting => block.Values.GetProperty(setting).GetBoolean());
        situation["aws_s3_bucket_versioning.this"].Block("versioning_configuration")
            .GetProperty("status").GetString().ShouldBe("Enabled");
        situation["aws_s3_bucket_ownership_controls.this"].Block("rule")
            .GetProperty("object_ownership").GetString().ShouldBe("BucketOwnerEnforced");
        situation.Of("aws_s3_bucket_server_side_encryption_configuration").Count().ShouldBe(1);
        situation.Policy("bucket")
            .ShouldContain(statement => statement.Denies && statement.Condition("aws:SecureTransport") != null);
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task Each_statement_has_a_name_and_none_allows_everything(string name)
    {
        string[] wide = ["NetworkInterfaces", "NoNetworkInterfacesForTheCode", "EverybodyElseAsBefore"];
        foreach (var document in (await Situation.Of(name)).Of("aws_iam_policy_document"))
        {
            var statements = document.Statements;
            statements.Select(statement => statement.Sid).ShouldBeUnique();
            statements.ShouldAllBe(statement => statement.Sid != "");
            statements.ShouldAllBe(statement => wide.Contains(statement.Sid) || !statement.Resources.Contains("*"));
            statements.ShouldAllBe(statement => statement.Denies
                || statement.Sid == "EverybodyElseAsBefore"
                || !statement.Actions.Any(action => action.Contains('*')));
        }
    }
}
