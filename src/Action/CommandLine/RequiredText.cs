using System.CommandLine;

namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>What an option's text must be.</summary>
internal static class RequiredText
{
    /// <summary>Complains about any other text.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isFine">Whether a text will do.</param>
    /// <param name="demand">What it must do, going on from the option's name.</param>
    public static void Require(this Option<string> option, Func<string, bool> isFine, string demand) =>
        option.Validators.Add(result =>
        {
            if (!isFine(result.GetValue(option) ?? ""))
            {
                result.AddError($"'{option.Name}' must {demand}.");
            }
        });
}
