using System.CommandLine;
using System.CommandLine.Parsing;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Promotion;

/// <summary>The options by which <c>drawbridge deploy</c> learns of the environment before.</summary>
internal sealed class PreviousOptions
{
    private readonly EnvironmentOption<string> _bucket;
    private readonly EnvironmentOption<string> _prefix;

    /// <summary>Declares them.</summary>
    public PreviousOptions(Surroundings surroundings)
    {
        _bucket = new EnvironmentOption<string>("--previous-bucket", surroundings, "")
        {
            Description = "The bucket of the environment before this one. Says what that holds, and warns when it is "
                + "not this commit.",
            HelpName = "name",
        };
        _prefix = new EnvironmentOption<string>("--previous-prefix", surroundings, "")
        {
            Description = "The folder in that bucket, when several set-ups share it.",
            HelpName = "folder",
        };
    }

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_bucket, _prefix];

    /// <summary>The environment before; null when nobody names it.</summary>
    public BucketPlace? Read(ParseResult parsed) =>
        Place(parsed.GetRequiredValue(_bucket), parsed.GetRequiredValue(_prefix));

    /// <summary>Complains about an environment that is no other one, which would always agree.</summary>
    public void Check(CommandResult result, BucketPlace own)
    {
        var (bucket, prefix) = (_bucket.TextIn(result) ?? "", _prefix.TextIn(result) ?? "");
        if (bucket.Contains('/', StringComparison.Ordinal) || (bucket.Length == 0 && prefix.Length > 0))
        {
            result.AddError($"'{_bucket.Name}' must name the bucket.");
        }
        else if (Place(bucket, prefix) == own)
        {
            result.AddError(
                $"'{_bucket.Name}' and '{_prefix.Name}' must name another environment than '--bucket' and '--prefix'.");
        }
    }

    private static BucketPlace? Place(string bucket, string prefix) =>
        bucket.Length == 0 ? null : new BucketPlace(bucket, BucketLayout.At(prefix));
}
