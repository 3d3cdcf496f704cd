using Drawbridge.Configuration;

namespace Drawbridge.Tests.Configuration;

public sealed class MatchingPaths
{
    [Theory]
    [InlineData("*.md", "notes.md", true)]
    [InlineData("*.md", "projectdb/notes.md", false)]
    [InlineData("**/*.md", "notes.md", true)]
    [InlineData("**/*.md", "projectdb/a/b/notes.md", true)]
    [InlineData("projectdb/**", "projectdb/a/b.sql", true)]
    [InlineData("projectdb/**", "otherdb/a.sql", false)]
    [InlineData("projectdb/*/b.sql", "projectdb/a/b.sql", true)]
    [InlineData("projectdb/*/b.sql", "projectdb/a/a/b.sql", false)]
    [InlineData("a/**/b/**/c", "a/b/x/b/y/c", true)]
    [InlineData("a/**/b/**/c", "a/x/y/c", false)]
    [InlineData("?.sql", "1.sql", true)]
    [InlineData("?.sql", "12.sql", false)]
    [InlineData("a*b*c", "abbbc", true)]
    [InlineData("a*b*c", "abbbd", false)]
    [InlineData("[a].sql", "[a].sql", true)]
    [InlineData("[a].sql", "a.sql", false)]
    [InlineData("A.sql", "a.sql", false)]
    public void A_pattern_matches_whole_paths(string pattern, string path, bool matches) =>
        PathPattern.TryParse(pattern).ShouldNotBeNull().Matches(path).ShouldBe(matches);

    [Fact]
    public void The_configuration_itself_is_never_ignored() => Yaml.Read("ignored-paths: ['**']").Ignores("drawbridge.yml").ShouldBeFalse();

    /// <summary>Trying every way to share out the letters would not end in a lifetime.</summary>
    [Fact]
    public void Many_wildcards_end_soon()
    {
        var pattern = PathPattern.TryParse(string.Concat(Enumerable.Repeat("*a", 100)) + "/**/*b").ShouldNotBeNull();
        pattern.Matches(new string('a', 4000)).ShouldBeFalse();
    }
}
