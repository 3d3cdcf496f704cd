namespace Drawbridge.LambdaFunction.Problems;

/// <summary>The function's environment lacks a setting.</summary>
internal sealed record SettingMissing(string Name, string Example) : Problem(
    $"The function's environment variable '{Name}' is not set.",
    $"Nothing was run. Set it, such as {Name}={Example}, then deploy again.");
