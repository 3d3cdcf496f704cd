using Drawbridge.Manifests;

namespace Drawbridge.Tests.Manifests;

public sealed class ReleaseIds
{
    [Fact]
    public void An_id_names_utc_time_short_commit_and_attempt()
    {
        var now = new DateTimeOffset(2026, 11, 22, 12, 4, 0, TimeSpan.FromHours(1));
        var id = ReleaseId.Create(now, "1a2b3c4d5e6f", 3);
        id.Text.ShouldBe("20261122T110400Z-1a2b3c4-3");
        id.Origin.ShouldBe("1a2b3c4");
        ReleaseId.TryParse(id.Text, out var read).ShouldBeTrue();
        read.ShouldBe(id);
    }

    [Theory]
    [InlineData("20261122T110400Z-fffffff-9", "20261122T110401Z-0000000-1")]
    [InlineData("20261122T110400Z-fffffff-9", "20261122T110400Z-0000000-10")]
    [InlineData("20261122T110400Z-0000000-1", "20261122T110400Z-fffffff-1")]
    public void Of_two_ids_one_is_the_newer_by_time_then_by_attempt(string older, string newer)
    {
        Of(older).IsOlderThan(Of(newer)).ShouldBeTrue();
        Of(newer).IsOlderThan(Of(older)).ShouldBeFalse();
        Of(newer).IsOlderThan(Of(newer)).ShouldBeFalse();
    }

    [Fact]
    public void What_was_uploaded_by_hand_is_ordered_among_releases()
    {
        var id = ReleaseId.CreateForUpload(new DateTimeOffset(2026, 11, 22, 11, 4, 0, TimeSpan.Zero), "6f1c9a3e-0b7d");
        id.Text.ShouldBe("upload-20261122T110400Z-6f1c9a3e-0b7d");
        (id.IsUpload, id.IsPlan, id.Origin).ShouldBe((true, false, "upload"));
        Of(id.Text).ShouldBe(id);
        Of("20261122T110359Z-fffffff-9").IsOlderThan(id).ShouldBeTrue();
        id.IsOlderThan(Of("20261122T110401Z-0000000-1")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("upload-20261122T110400Z-")]
    [InlineData("upload-20261122T110400Z-../x")]
    [InlineData("upload-20261122T110400Z-a\n")]
    [InlineData("upload-20261122-a")]
    [InlineData("20261122T110400Z-1a2b3c4")]
    [InlineData("20261122T110400-1a2b3c4-1")]
    [InlineData("20261122T110400Z-1A2B3C4-1")]
    [InlineData("20261122T110400Z-../..-1")]
    [InlineData("20261322T110400Z-1a2b3c4-1")]
    [InlineData("20261122T110460Z-1a2b3c4-1")]
    [InlineData("20261122T110400Z-1a2b3c4-1\n")]
    [InlineData("\n20261122T110400Z-1a2b3c4-1")]
    [InlineData("20261122T110400Z-1a2b3c4-1/x")]
    [InlineData("٢٠٢٦١١٢٢T110400Z-1a2b3c4-1")]
    public void Anything_else_is_no_id(string text) => ReleaseId.TryParse(text, out _).ShouldBeFalse();

    private static ReleaseId Of(string text) =>
        ReleaseId.TryParse(text, out var id) ? id : throw new FormatException(text);
}
