namespace Drawbridge.GitHubAction.Sarif;

/// <summary>A path of the repository as a relative reference by RFC 3986.</summary>
internal static class RelativeAddress
{
    /// <summary>Every character that is not plainly allowed is percent-encoded, in UTF-8.</summary>
    public static string Of(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
