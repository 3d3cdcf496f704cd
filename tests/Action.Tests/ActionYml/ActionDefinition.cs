using System.Text.RegularExpressions;
using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary><c>action.yml</c> as far as the tests look at it.</summary>
internal static partial class ActionDefinition
{
    private static readonly string Text = File.ReadAllText(Path.Combine(TestMachine.Repository, "action.yml"));

    /// <summary>Each input with its default.</summary>
    public static IReadOnlyDictionary<string, string> Inputs { get; } =
        Input().Matches(Section("inputs"))
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["default"].Value.Trim('"'));

    /// <summary>The outputs.</summary>
    public static IReadOnlyList<string> Outputs { get; } =
        [.. Output().Matches(Section("outputs")).Select(match => match.Groups["name"].Value)];

    /// <summary>Each variable of the program with the input it takes its value from.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } =
        Variable().Matches(Section("runs"))
            .ToDictionary(match => match.Groups["variable"].Value, match => match.Groups["input"].Value);

    /// <summary>The shell lines.</summary>
    public static IReadOnlyList<string> ShellLines { get; } =
        [.. Shell().Matches(Section("runs")).Select(match => match.Groups["line"].Value)];

    /// <summary>The actions inside.</summary>
    public static IReadOnlyList<string> InnerActions { get; } =
        [.. Uses().Matches(Section("runs")).Select(match => match.Groups["action"].Value)];

    private static string Section(string name) =>
        Regex.Match(Text, $@"^{name}:\n(?<body>(?:[ ].*\n|\n)*)", RegexOptions.Multiline).Groups["body"].Value;

    [GeneratedRegex(@"^  (?<name>[a-z-]+):\n    description: \S.*\n    default: (?<default>.*)$", RegexOptions.Multiline)]
    private static partial Regex Input();

    [GeneratedRegex(@"^  (?<name>[a-z-]+):\n    description: \S.*\n    value: \$\{\{ steps\.drawbridge\.outputs\.\k<name> \}\}$", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"^        (?<variable>DRAWBRIDGE_[A-Z_]+): \$\{\{ inputs\.(?<input>[a-z-]+) \}\}$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex("^      run: (?<line>.+)$", RegexOptions.Multiline)]
    private static partial Regex Shell();

    [GeneratedRegex("uses: (?<action>.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();
}
