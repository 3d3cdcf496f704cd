using System.CommandLine;
using System.CommandLine.Parsing;
using Drawbridge.GitHubAction.CommandLine;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary><c>--comment</c>: whether a pull request is told.</summary>
internal static class CommentOption
{
    private const string Yes = "true";

    private const string No = "false";

    /// <summary>Declares it.</summary>
    /// <param name="surroundings">Whose environment to look at.</param>
    /// <param name="description">What is told.</param>
    public static Option<string> Of(Surroundings surroundings, string description)
    {
        var option = new EnvironmentOption<string>("--comment", surroundings, Yes)
        {
            Description = $"{description}: '{Yes}' or '{No}'. On GitHub only.",
            HelpName = $"{Yes}|{No}",
        };
        option.Validators.Add(Check);
        return option;
    }

    /// <summary>What was answered.</summary>
    public static bool IsOn(this ParseResult parsed, Option<string> option) => parsed.GetRequiredValue(option) == Yes;

    private static void Check(OptionResult result)
    {
        var answer = result.GetValueOrDefault<string>();
        if (answer is not (Yes or No))
        {
            result.AddError($"'{answer}' is no answer to '--comment': say '{Yes}' or '{No}'.");
        }
    }
}
