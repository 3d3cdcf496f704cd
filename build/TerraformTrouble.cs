/// <summary>What commonly stops Terraform before it does anything, in one sentence.</summary>
static class TerraformTrouble
{
    private static readonly (string Sign, string Sentence)[] Known =
    [
        ("no valid credential sources", "There are no AWS credentials: log in ('aws sso login', AWS_PROFILE, AWS_ACCESS_KEY_ID)"),
        ("failed to refresh cached credentials", "There are no AWS credentials: log in ('aws sso login', AWS_PROFILE, AWS_ACCESS_KEY_ID)"),
        ("expiredtoken", "The AWS credentials have expired: log in again"),
        ("token has expired", "The AWS credentials have expired: log in again"),
        ("invalidclienttokenid", "AWS does not know these credentials: look at AWS_PROFILE and AWS_ACCESS_KEY_ID"),
        ("error acquiring the state lock", "Somebody else works on this state: wait for them, or read above how to unlock it"),
        ("no configuration files", "There is no Terraform configuration in that directory: name one with --terraform-directory"),
    ];

    /// <summary>What to say of a run that failed; its output when nothing better is known.</summary>
    public static string Of(string output) =>
        Array.Find(Known, trouble => output.Contains(trouble.Sign, StringComparison.OrdinalIgnoreCase)).Sentence
            ?? "Terraform failed; its output above says why";
}
