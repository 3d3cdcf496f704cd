using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>The commands that move files as a finding proposes.</summary>
internal static class MoveCommands
{
    /// <summary>One a file; none when there is nothing to move, or a name can't be written in a shell.</summary>
    public static IReadOnlyList<string> Of(Finding finding)
    {
        var commands = new List<string>();
        foreach (var (from, to) in finding.Moves)
        {
            if ((ShellWord.Of(from), ShellWord.Of(to)) is not ({ } source, { } target))
            {
                return [];
            }

            commands.Add($"git mv -- {source} {target}");
        }

        return commands;
    }
}
