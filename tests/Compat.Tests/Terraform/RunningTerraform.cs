namespace Compat.Tests.Terraform;

public sealed class RunningTerraform : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-terraform-").FullName;

    [Fact]
    public void A_plan_is_made_of_the_variables_and_applied_as_it_was_shown()
    {
        var terraform = Fake("", "name=shop", "production.tfvars");
        terraform.Plan("-destroy");
        terraform.Apply();
        var plan = Path.Combine(_folder, "drawbridge.tfplan");
        Calls.ShouldBe(
        [
            $"-chdir={_folder} init -input=false",
            $"-chdir={_folder} plan -input=false -out={plan} -destroy -var=name=shop -var-file=production.tfvars",
            $"-chdir={_folder} apply -input=false {plan}",
        ]);
    }

    [Theory]
    [InlineData("Error: No valid credential sources found", "There are no AWS credentials")]
    [InlineData("api error ExpiredToken: The security token included in the request is expired", "have expired")]
    [InlineData("Error: Error acquiring the state lock", "Somebody else")]
    [InlineData("api error: Cannot delete protected DB Instance, please disable", "deletion_protection=false")]
    [InlineData("api error BucketNotEmpty: The bucket you tried to delete is not empty", "deletion_protection=false")]
    [InlineData("Error: Unsupported argument", "its output above")]
    public void What_stops_it_is_said_in_a_sentence(string said, string sentence)
    {
        var terraform = Fake($"echo '{said}' >&2; exit 1");
        Should.Throw<Exception>(() => terraform.Plan()).Message.ShouldContain(sentence);
        Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void An_output_is_read_and_a_missing_one_is_named()
    {
        var terraform = Fake("""echo '{ "region": { "value": "eu-central-1" } }'""");
        terraform.Output("region").ShouldBe("eu-central-1");
        Should.Throw<Exception>(() => terraform.Output("function_arn")).Message.ShouldContain("'function_arn'");
    }

    [Fact]
    public void Outputs_that_cannot_be_read_are_said_in_a_sentence()
    {
        var terraform = Fake("echo 'Error: No valid credential sources found' >&2; exit 1");
        Should.Throw<Exception>(() => terraform.Output("function_arn"))
            .Message.ShouldContain("There are no AWS credentials");
    }

    [Fact]
    public void A_missing_terraform_is_named_with_the_remedy() =>
        Should.Throw<Exception>(() => new TerraformCommand("no-such-terraform", _folder, []).AssertInstalled())
            .Message.ShouldContain("'no-such-terraform' is not on the PATH: install it");

    [Fact]
    public void A_missing_directory_is_named() =>
        Should.Throw<Exception>(() => new TerraformCommand("terraform", Path.Combine(_folder, "missing"), []).Plan())
            .Message.ShouldContain("--terraform-directory");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>How it was called, without the switch that a build server's log needs.</summary>
    private IReadOnlyList<string> Calls =>
    [
        .. File.ReadAllLines(Path.Combine(_folder, "calls"))
            .Select(call => call.Replace(" -no-color", "", StringComparison.Ordinal)),
    ];

    private TerraformCommand Fake(string script, params IReadOnlyList<string> variables)
    {
        var program = Path.Combine(_folder, "terraform");
        File.WriteAllText(program, $"#!/bin/sh\necho \"$@\" >> '{Path.Combine(_folder, "calls")}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new TerraformCommand(program, _folder, variables);
    }
}
