namespace Drawbridge.GitHubAction.CommandLine;

/// <summary><c>--function</c>: how a command learns of the function.</summary>
internal static class FunctionOption
{
    /// <summary>Declares it.</summary>
    /// <param name="surroundings">Whose environment to look at.</param>
    /// <param name="description">What it is for.</param>
    public static EnvironmentOption<string> Of(Surroundings surroundings, string description) =>
        new("--function", surroundings, "") { Description = description, HelpName = "name" };
}
