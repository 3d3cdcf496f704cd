namespace Drawbridge.LocalEnvironment.Processes;

/// <summary>What a program that ended has left.</summary>
/// <param name="ExitCode">0 is success.</param>
/// <param name="Output">All of standard output.</param>
/// <param name="Error">All of standard error.</param>
internal sealed record ProcessOutcome(int ExitCode, string Output, string Error);
