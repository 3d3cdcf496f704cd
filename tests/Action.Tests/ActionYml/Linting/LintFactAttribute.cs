using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.ActionYml.Linting;

/// <summary>A fact about linters from npm: skipped on a laptop that can't have them, failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LintFactAttribute : FactAttribute
{
    public LintFactAttribute() => Skip = TestMachine.SkipReason(Linters.Missing);
}
