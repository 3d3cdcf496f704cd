namespace Drawbridge.GitHubAction.Problems;

/// <summary>There is no such function.</summary>
internal sealed record FunctionMissing(string Function) : Problem(
    $"There is no function '{Function}'.",
    "Compare the name with the Terraform module's output, and region and account of the credentials with where the module "
    + "was applied. An ARN names both.");
