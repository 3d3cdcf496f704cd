using System.Text;

namespace Compat.Tests.Packaging;

public sealed class NeedingGlibc
{
    [Theory]
    [InlineData("no program at all", "2.0")]
    [InlineData("\0libc.so.6\0GLIBC_2.2.5\0GLIBC_2.34\0GLIBC_2.29\0", "2.34")]
    [InlineData("\0GLIBC_2.38\0 and in a text: GLIBC_2.99", "2.38")]
    public void Program_needs_the_newest_version_that_it_names(string program, string version) =>
        GlibcVersion.Needed(Encoding.Latin1.GetBytes(program)).ShouldBe(Version.Parse(version));
}
