using System.Text.Json.Serialization;
using Drawbridge.Scripts;

namespace Drawbridge.Manifests;

/// <summary>A script as a release names it.</summary>
/// <param name="Key">Below the bucket's prefix: <c>migrations/&lt;database&gt;/&lt;path&gt;.sql</c>.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Version">Canonical; null for a repeatable.</param>
/// <param name="Description">The name's words.</param>
/// <param name="Checksum">Of its text, whatever the line endings: what history records.</param>
/// <param name="Sha256">Of its bytes: what proves the download.</param>
/// <param name="Size">In bytes.</param>
/// <param name="S3VersionId">Which version of the object; null in a bucket without versions.</param>
public sealed record ReleaseScript(
    string Key,
    ScriptKind Kind,
    string? Version,
    string Description,
    string Checksum,
    string Sha256,
    int Size,
    string? S3VersionId)
{
    /// <summary>What Flyway would record of it; null unless the release takes over Flyway's history.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FlywayChecksum { get; init; }

    /// <summary>Names a script of the repository as a release does.</summary>
    public static ReleaseScript Of(Script script, string? s3VersionId, DonorTool? adopt = null) => new(
        BucketLayout.ScriptKey(script.Database, script.Path),
        script.Name.Kind,
        script.Name.Version?.Text,
        script.Name.Description,
        script.Content.Checksum,
        script.Content.Sha256,
        script.Content.Size,
        s3VersionId)
    {
        FlywayChecksum = adopt == DonorTool.Flyway ? Scripts.FlywayChecksum.OfText(script.Content.Text) : null,
    };
}
