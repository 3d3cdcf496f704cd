using System.Security.Cryptography;
using System.Text;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>
/// An HTML comment that nobody sees, by which a comment is found again. What it is about is in it as a hash, so that no
/// name can end it early.
/// </summary>
internal static class HiddenMark
{
    private const int Bytes = 16;

    /// <summary>The mark of something of a kind that these parts tell apart.</summary>
    public static string Of(string kind, params IEnumerable<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts)));
        return $"<!-- drawbridge:{kind}:{Convert.ToHexStringLower(hash.AsSpan(0, Bytes))} -->";
    }
}
