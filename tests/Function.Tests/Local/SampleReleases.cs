using System.Text;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.LambdaFunction.Tests.Local;

/// <summary>Releases as the action writes them.</summary>
internal static class SampleReleases
{
    public const string Id = "20261122T110400Z-1a2b3c4-1";

    public const string PlanId = "20261122T110400Z-plan1a2b3c4-1";

    public static ReleaseScript Script(string database, string fileName, string sql)
    {
        ScriptName.TryParse(fileName, out var name).ShouldBeTrue();
        ScriptContent.TryRead(fileName, Encoding.UTF8.GetBytes(sql), out var content, out _).ShouldBeTrue();
        return ReleaseScript.Of(new Script(database, fileName, name!, content!), s3VersionId: null);
    }

    public static Release Release(string database, params ReleaseScript[] scripts) => new(
        Manifests.Release.SchemaName,
        Id,
        database,
        ReleaseMode.Apply,
        new DateTimeOffset(2026, 11, 22, 11, 4, 0, TimeSpan.Zero),
        new ReleaseSource("acme/shop", "1a2b3c4", "refs/heads/main", null, "octocat"),
        ReleaseOptions.Default,
        scripts);
}
