/// <summary>What commonly stops Terraform before it does anything, in one sentence.</summary>
static class TerraformTrouble
{
    private const string NoCredentials =
        "There are no AWS credentials: log in ('aws sso login', AWS_PROFILE, AWS_ACCESS_KEY_ID)";

    private const string Expired = "The AWS credentials have expired: log in again";

    private const string Protected =
        "The database or the bucket is protected: deploy with 'deletion_protection=false' first, then destroy";

    private static readonly (string Sign, string Sentence)[] Known =
    [
        ("no valid credential sources", NoCredentials),
        ("failed to refresh cached credentials", NoCredentials),
        ("expiredtoken", Expired),
        ("token has expired", Expired),
        ("invalidclienttokenid", "AWS does not know these credentials: look at AWS_PROFILE and AWS_ACCESS_KEY_ID"),
        ("cannot delete protected db instance", Protected),
        ("bucketnotempty", Protected),
        ("error acquiring the state lock", "Somebody else works on this state: wait, or read above how to unlock it"),
        ("no configuration files", "That directory has no configuration: name another with --terraform-directory"),
    ];

    /// <summary>What to say of a run that failed; its output when nothing better is known.</summary>
    public static string Of(string output) =>
        Array.Find(Known, trouble => output.Contains(trouble.Sign, StringComparison.OrdinalIgnoreCase)).Sentence
            ?? "Terraform failed; its output above says why";
}
