using System.Security.Cryptography;
using System.Text;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>Addresses of a pull request's pages, which stay the same from commit to commit.</summary>
/// <param name="server">GitHub's pages, such as <c>https://github.com</c>.</param>
/// <param name="repository"><c>owner/name</c>.</param>
/// <param name="number">The pull request's.</param>
internal sealed class PullRequestPages(string server, string repository, int number)
{
    /// <summary>A line of a file that it changes.</summary>
    public string OfLine(string path, int line)
    {
        var file = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
        return $"{server}/{repository}/pull/{number}/files#diff-{file}R{line}";
    }
}
