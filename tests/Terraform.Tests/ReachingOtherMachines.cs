namespace Drawbridge.Terraform.Tests;

public sealed class ReachingOtherMachines
{
    private static readonly Dictionary<string, string[]> Expected = new()
    {
        [Situation.EverythingNew] =
        [
            "function -> database 5432", "database <- function 5432",
            "function -> S3 443",
            "function -> secrets 443", "secrets <- function 443",
        ],
        [Situation.ExistingNetwork] =
        [
            "function -> sg-0aaaaaaaaaaaaaaaa 6432", "sg-0aaaaaaaaaaaaaaaa <- function 6432",
            "function -> S3 443",
            "function -> secrets 443", "secrets <- function 443",
        ],
        [Situation.IamLogin] =
        [
            "function -> sg-0aaaaaaaaaaaaaaaa 5432", "sg-0aaaaaaaaaaaaaaaa <- function 5432",
            "function -> S3 443",
        ],
        [Situation.Promotion] =
        [
            "function -> database 5432", "database <- function 5432",
            "function -> S3 443",
            "function -> secrets 443", "secrets <- function 443",
        ],
        [Situation.Uploads] =
        [
            "function -> database 5432", "database <- function 5432",
            "function -> S3 443",
            "function -> sg-0bbbbbbbbbbbbbbbb 443", "sg-0bbbbbbbbbbbbbbbb <- function 443",
        ],
    };

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task The_function_reaches_the_database_S3_and_its_secret_and_nothing_else(string name)
    {
        var situation = await Situation.Of(name);
        var outward = situation.Of("aws_vpc_security_group_egress_rule");
        var inward = situation.Of("aws_vpc_security_group_ingress_rule");
        outward.Select(rule => Describe(situation, rule, "->"))
            .Concat(inward.Select(rule => Describe(situation, rule, "<-")))
            .ShouldBe(Expected[name], ignoreOrder: true);
        InNetwork(situation, "security_group_ids").ShouldBe([situation["aws_security_group.function"].Text("id")]);
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task Rules_stand_alone_where_everybody_sees_them(string name)
    {
        var situation = await Situation.Of(name);
        situation.Of("aws_security_group_rule").ShouldBeEmpty();
        foreach (var group in situation.Of("aws_security_group", "aws_default_security_group"))
        {
            // The provider fills both in with what AWS has; the mock knows of nothing.
            group.Values.GetProperty("ingress").GetArrayLength().ShouldBe(0, group.Address);
            group.Values.GetProperty("egress").GetArrayLength().ShouldBe(0, group.Address);
        }
    }

    [TerraformTheory]
    [MemberData(nameof(Situation.Each), MemberType = typeof(Situation))]
    public async Task Nothing_leads_to_the_internet(string name) =>
        (await Situation.Of(name)).Of(
            "aws_internet_gateway", "aws_nat_gateway", "aws_egress_only_internet_gateway", "aws_route", "aws_eip")
            .ShouldBeEmpty();

    [TerraformFact]
    public async Task Each_subnet_of_the_function_has_the_route_to_S3()
    {
        var situation = await Situation.Of(Situation.EverythingNew);
        var routed = situation["aws_vpc_endpoint.s3[0]"].Texts("route_table_ids");
        var way = situation.Of("aws_route_table_association").ToDictionary(
            association => association.Text("subnet_id"), association => association.Text("route_table_id"));
        var subnets = InNetwork(situation, "subnet_ids");
        subnets.Count.ShouldBe(2);
        subnets.ShouldAllBe(subnet => routed.Contains(way[subnet]));
    }

    [TerraformFact]
    public async Task The_database_lies_in_the_subnets_of_the_function()
    {
        var situation = await Situation.Of(Situation.EverythingNew);
        situation["aws_db_subnet_group.this[0]"].Texts("subnet_ids").ShouldBe(
            situation.Of("aws_subnet").Select(subnet => subnet.Text("id")), ignoreOrder: true);
        var database = situation["aws_db_instance.this[0]"];
        database.Text("db_subnet_group_name").ShouldBe(situation["aws_db_subnet_group.this[0]"].Text("name"));
        database.Texts("vpc_security_group_ids").ShouldBe([situation["aws_security_group.database[0]"].Text("id")]);
    }

    /// <summary>How the function is put into the network.</summary>
    private static IReadOnlyList<string> InNetwork(Situation situation, string attribute)
    {
        var config = situation["aws_lambda_function.this"].Block("vpc_config");
        return [.. config.GetProperty(attribute).EnumerateArray().Select(id => id.GetString()!)];
    }

    private static string Describe(Situation situation, Resource rule, string direction)
    {
        rule.Text("ip_protocol").ShouldBe("tcp");
        rule.Text("from_port").ShouldBe(rule.Text("to_port"));
        (rule.Text("cidr_ipv4"), rule.Text("cidr_ipv6")).ShouldBe(("", ""));
        var other = rule.Text("prefix_list_id") == situation["data.aws_ec2_managed_prefix_list.s3"].Text("id")
            ? "S3"
            : GroupName(situation, rule.Text("referenced_security_group_id"));
        return $"{GroupName(situation, rule.Text("security_group_id"))} {direction} {other} {rule.Text("from_port")}";
    }

    private static string GroupName(Situation situation, string id) =>
        situation.Of("aws_security_group").FirstOrDefault(group => group.Text("id") == id)?.Name ?? id;
}
