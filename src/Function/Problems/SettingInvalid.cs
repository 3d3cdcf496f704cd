namespace Drawbridge.LambdaFunction.Problems;

/// <summary>A setting of the function can't be what it says. Only for settings that are no secret.</summary>
internal sealed record SettingInvalid(string Name, string Value, string Expected) : Problem(
    $"The function's environment variable '{Name}' is '{Value}', which is not {Expected}.",
    "Nothing was run. Correct the variable, then deploy again.");
