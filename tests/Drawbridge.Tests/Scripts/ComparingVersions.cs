using Drawbridge.Scripts;

namespace Drawbridge.Tests.Scripts;

public sealed class ComparingVersions
{
    [Theory]
    [InlineData("1", "01")]
    [InlineData("1", "1.0")]
    [InlineData("1", "1.0.00")]
    [InlineData("0", "0.0")]
    [InlineData("1.10", "01.010")]
    public void Leading_zeros_and_trailing_zero_groups_do_not_count(string left, string right)
    {
        var (one, other) = (ScriptVersion.Parse(left), ScriptVersion.Parse(right));
        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
        one.CompareTo(other).ShouldBe(0);
        one.Text.ShouldBe(other.Text);
    }

    [Theory]
    [InlineData("2", "10")]
    [InlineData("1.2", "1.10")]
    [InlineData("1", "1.0.1")]
    [InlineData("1.9", "2")]
    [InlineData("99999999999999999999", "100000000000000000000")]
    [InlineData("202611221030", "20261122103000")]
    public void Version_groups_compare_as_numbers(string lower, string higher)
    {
        var (low, high) = (ScriptVersion.Parse(lower), ScriptVersion.Parse(higher));
        (low < high).ShouldBeTrue();
        (high > low).ShouldBeTrue();
        (low <= high).ShouldBeTrue();
        (low >= high).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1..2")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1a")]
    [InlineData(" 1")]
    [InlineData("1_2")]
    [InlineData("١")]
    public void Anything_but_groups_of_digits_is_no_version(string text)
    {
        ScriptVersion.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => ScriptVersion.Parse(text)).Message.ShouldContain($"'{text}'");
    }
}
