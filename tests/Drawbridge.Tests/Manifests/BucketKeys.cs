using Drawbridge.Manifests;

namespace Drawbridge.Tests.Manifests;

public sealed class BucketKeys
{
    private static readonly ReleaseId PlanId =
        ReleaseId.CreateForPlan(new DateTimeOffset(2026, 11, 22, 11, 4, 0, TimeSpan.Zero), "abcdef1234567890", attempt: 3);

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("shop", "shop/")]
    [InlineData("/shop/", "shop/")]
    [InlineData("teams/shop", "teams/shop/")]
    public void A_prefix_is_a_folder_however_it_is_typed(string typed, string prefix) =>
        BucketLayout.At(typed).Prefix.ShouldBe(prefix);

    [Theory]
    [InlineData("")]
    [InlineData("shop")]
    public void A_manifest_s_key_is_read_as_it_was_written(string prefix)
    {
        var layout = BucketLayout.At(prefix);
        foreach (var kind in Enum.GetValues<ManifestKind>())
        {
            var id = kind == ManifestKind.Plan ? PlanId : Example.Key.Id;
            var key = layout.Of(kind, id, "projectdb");
            layout.TryParse(key, out var manifest).ShouldBeTrue();
            manifest.ShouldBe(new ManifestKey(kind, id, "projectdb"));
        }
    }

    /// <summary>So that the answer to a plan never stands where that to a release is awaited.</summary>
    [Fact]
    public void Plan_and_release_never_have_the_same_id()
    {
        var layout = BucketLayout.At("");
        (PlanId.Text, PlanId.IsPlan, Example.Key.Id.IsPlan).ShouldBe(("20261122T110400Z-planabcdef1-3", true, false));
        layout.TryParse(layout.Of(ManifestKind.Plan, Example.Key.Id, "projectdb"), out _).ShouldBeFalse();
        layout.TryParse(layout.Of(ManifestKind.Release, PlanId, "projectdb"), out _).ShouldBeFalse();
        layout.TryParse(layout.Of(ManifestKind.Result, PlanId, "projectdb"), out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("releases/20261122T110400Z-1a2b3c4-1/projectdb.json")]
    [InlineData("shop/releases/20261122T110400Z-1a2b3c4-1/projectdb")]
    [InlineData("shop/releases/20261122T110400Z-1a2b3c4-1/.json")]
    [InlineData("shop/releases/20261122T110400Z-1a2b3c4-1/1db.json")]
    [InlineData("shop/releases/20261122T110400Z-1a2b3c4-1/a/projectdb.json")]
    [InlineData("shop/releases/20261122T110400Z-1a2b3c4-1/../projectdb.json")]
    [InlineData("shop/releases//projectdb.json")]
    [InlineData("shop/releases/latest/projectdb.json")]
    [InlineData("shop/releases/.json")]
    [InlineData("shop/releases/projectdb.json")]
    [InlineData("shop/migrations/projectdb/1_a.sql")]
    [InlineData("shop/releases/20261122T110400Z-1a2b3c4-1\n/projectdb.json")]
    [InlineData("")]
    public void Any_other_key_is_no_manifest_s(string key)
    {
        BucketLayout.At("shop").TryParse(key, out var manifest).ShouldBeFalse();
        manifest.ShouldBeNull();
    }

    [Theory]
    [InlineData("migrations/projectdb/1_a.sql")]
    [InlineData("migrations/projectdb/2026/q4/1_a b%20ü.sql")]
    [InlineData("migrations/projectdb/..1_a.sql")]
    public void A_key_in_the_database_s_folder_is_its_script(string key) =>
        BucketLayout.IsScriptOf("projectdb", key).ShouldBeTrue();

    [Theory]
    [InlineData("migrations/projectdb/")]
    [InlineData("migrations/projectdb")]
    [InlineData("migrations/projectdb2/1_a.sql")]
    [InlineData("migrations/ProjectDB/1_a.sql")]
    [InlineData("/migrations/projectdb/1_a.sql")]
    [InlineData("shop/migrations/projectdb/1_a.sql")]
    [InlineData("migrations/projectdb/../otherdb/1_a.sql")]
    [InlineData("migrations/projectdb/./1_a.sql")]
    [InlineData("migrations/projectdb//1_a.sql")]
    [InlineData("migrations/projectdb/sub/")]
    [InlineData("migrations/projectdb/..\\otherdb\\1_a.sql")]
    [InlineData("migrations/projectdb/1_a\n.sql")]
    [InlineData("releases/20261122T110400Z-1a2b3c4-1/projectdb.json")]
    [InlineData("")]
    public void A_key_that_leads_elsewhere_is_not(string key) =>
        BucketLayout.IsScriptOf("projectdb", key).ShouldBeFalse();
}
