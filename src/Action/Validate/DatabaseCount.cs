namespace Drawbridge.GitHubAction.Validate;

/// <summary>The numbers of one database.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Scripts">How many there are.</param>
/// <param name="Touched">How many are new or changed; null when there was nothing to compare with.</param>
/// <param name="Errors">Findings in them that fail the check.</param>
/// <param name="Warnings">Findings in them that deserve a look.</param>
internal sealed record DatabaseCount(string Name, int Scripts, int? Touched, int Errors, int Warnings);
