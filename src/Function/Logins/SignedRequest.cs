using System.Security.Cryptography;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>What a signature covers of a request to the path <c>/</c>.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Query">Decoded, in any order.</param>
/// <param name="Headers">All that are signed, in any order.</param>
/// <param name="Body">Empty for none.</param>
internal sealed record SignedRequest(
    string Method,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>The query as it must be sent, sorted and encoded.</summary>
    public string QueryString => string.Join('&', Query
        .Select(pair => (Name: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    /// <summary>The names of the headers.</summary>
    public string HeaderNames => string.Join(';', SortedHeaders.Select(header => header.Key));

    /// <summary>The one form in which both sides hash it.</summary>
    public string Canonical => string.Join('\n',
    [
        Method,
        "/",
        QueryString,
        .. SortedHeaders.Select(header => $"{header.Key}:{header.Value}"),
        "",
        HeaderNames,
        Convert.ToHexStringLower(SHA256.HashData(Body.Span)),
    ]);

    private IEnumerable<KeyValuePair<string, string>> SortedHeaders => Headers
        .Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), OneSpaced(header.Value)))
        .OrderBy(header => header.Key, StringComparer.Ordinal);

    private static string OneSpaced(string value) =>
        string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
