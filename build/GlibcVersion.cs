using System.Text;
using System.Text.RegularExpressions;

/// <summary>Which C library a program of machine code needs: it names versions of the functions that it was linked with.</summary>
static partial class GlibcVersion
{
    /// <summary>What Lambda's <c>provided.al2023</c> has.</summary>
    public static readonly Version Lambda = new(2, 34);

    /// <summary>The newest version that is named, as in <c>GLIBC_2.34</c>.</summary>
    public static Version Needed(byte[] program) =>
        Name().Matches(Encoding.Latin1.GetString(program)).Select(name => Version.Parse(name.Groups["version"].ValueSpan)).Append(new(2, 0)).Max()!;

    [GeneratedRegex(@"\0GLIBC_(?<version>[0-9]{1,3}\.[0-9]{1,3})(\.[0-9]{1,3})?(?=\0)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Name();
}
