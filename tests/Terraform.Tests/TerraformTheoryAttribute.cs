namespace Drawbridge.Terraform.Tests;

/// <summary>Like <see cref="TerraformFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerraformTheoryAttribute : TheoryAttribute
{
    public TerraformTheoryAttribute() => Skip = TerraformFactAttribute.Missing;
}
