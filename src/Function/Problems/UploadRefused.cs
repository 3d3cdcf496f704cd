using Drawbridge.Rules;

namespace Drawbridge.LambdaFunction.Problems;

/// <summary>What was put into the bucket breaks a rule that stops every deploy.</summary>
internal sealed record UploadRefused(Finding Finding) : Problem(
    $"'{Finding.Path}' breaks the rule '{Finding.Rule}': {Finding.Message}",
    $"{Finding.Remedy} Nothing of the folder was applied; upload the corrected script, and all of it is looked at again.");
