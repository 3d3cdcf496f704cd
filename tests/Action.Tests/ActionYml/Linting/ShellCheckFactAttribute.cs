namespace Drawbridge.GitHubAction.Tests.ActionYml.Linting;

/// <summary>A fact about <c>shellcheck</c>, which no package brings along: skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellCheckFactAttribute : FactAttribute
{
    public ShellCheckFactAttribute() => Skip = Linters.IsInstalled("shellcheck")
        ? null
        : "shellcheck is not installed. Install it, as the system's package of that name.";
}
