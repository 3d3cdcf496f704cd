using Nuke.Common;

sealed partial class Build
{
    [Parameter("The Terraform configuration that Plan, Deploy and Destroy work on.")]
    readonly string TerraformDirectory = "terraform/examples/complete";

    [Parameter("Its variables, each as name=value, or files with variables, as seen from there.")]
    readonly string[] TerraformVariables = [];

    [Parameter("Deploy applies its plan without asking. On a build server it must be said.")]
    readonly bool AutoApprove;

    [Parameter("Destroy destroys without asking. On a build server it must be said.")]
    readonly bool Yes;

    TerraformCommand Terraform =>
        new("terraform", Path.GetFullPath(TerraformDirectory, RootDirectory), TerraformVariables);

    Target FindTerraform => _ => _
        .Unlisted()
        .Before(Package, Publish)
        .Executes(() => Terraform.AssertInstalled());

    Target AgreeToDeploy => _ => _
        .Unlisted()
        .Before(Package, Publish)
        .Executes(() => Assert.True(
            AutoApprove || IsLocalBuild, "On a build server Deploy needs '--auto-approve': nobody can be asked"));

    // Hides the option --plan of that name, which shows the order of the targets and goes on doing so.
    new Target Plan => _ => _
        .Description("Packages, and shows what Deploy would change.")
        .DependsOn(FindTerraform, Package)
        .Executes(() =>
        {
            Terraform.Plan();
            Terraform.Forget();
        });

    Target Deploy => _ => _
        .Description("Packages, builds everything in AWS, and asks the function whether all is well.")
        .DependsOn(AgreeToDeploy, FindTerraform, Package)
        .Triggers(Doctor)
        .Executes(() => Change("apply this plan", AutoApprove));

    Target Destroy => _ => _
        .Description("Destroys in AWS what Deploy built.")
        .DependsOn(FindTerraform)
        .Executes(() =>
        {
            Assert.True(Yes || IsLocalBuild, "On a build server Destroy needs '--yes': nobody can be asked");
            Change("destroy all of this", Yes, "-destroy");
        });

    // Terraform ends when the function is active: there is nothing to wait for.
    Target Doctor => _ => _
        .Description("Asks the function that Deploy built whether it reaches its bucket and its database.")
        .DependsOn(FindTerraform, Publish)
        .Executes(() => RunInForeground(
            "doctor", [PublishedAction, "doctor", "--function", Terraform.Output("function_arn")]));

    void Change(string what, bool isAgreed, params IEnumerable<string> arguments)
    {
        try
        {
            Terraform.Plan(arguments);
            Assert.True(isAgreed || Agrees(what), "Nothing was changed");
            Terraform.Apply();
        }
        finally
        {
            Terraform.Forget();
        }
    }

    static bool Agrees(string what)
    {
        Console.Write($"Type 'yes' to {what}: ");
        return Console.ReadLine()?.Trim() == "yes";
    }
}
