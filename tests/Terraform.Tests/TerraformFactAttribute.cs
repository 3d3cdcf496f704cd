namespace Drawbridge.Terraform.Tests;

/// <summary>A fact about what Terraform would build: skipped where no Terraform is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerraformFactAttribute : FactAttribute
{
    internal static string? Missing { get; } = TerraformProgram.Named is null
        ? $"'{TerraformProgram.Variable}' names no Terraform. '.ci/terraform' runs the one on PATH."
        : null;

    public TerraformFactAttribute() => Skip = Missing;
}
