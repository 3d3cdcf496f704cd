namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>A command line as a person would type it.</summary>
/// <param name="CommandLine">Without the program's name.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string CommandLine, string Meaning);
