using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.S3;

/// <summary>What a listing asks for. S3 gives a thousand entries at most, whatever is asked.</summary>
internal sealed record ListQuery
{
    public const int Limit = 1000;

    public string Prefix { get; init; } = "";

    public string Delimiter { get; init; } = "";

    public string StartAfter { get; init; } = "";

    /// <summary>The entry that ended the page before: a key, or a common prefix.</summary>
    public string ResumeAfter { get; init; } = "";

    public int MaxKeys { get; init; } = Limit;

    /// <exception cref="S3Exception">A number or the continuation token does not parse.</exception>
    public static ListQuery Read(IQueryCollection query)
    {
        return new ListQuery
        {
            Prefix = query["prefix"].ToString(),
            Delimiter = query["delimiter"].ToString(),
            StartAfter = query["start-after"].ToString(),
            ResumeAfter = Decode(query["continuation-token"].ToString()),
            MaxKeys = ReadMaxKeys(query["max-keys"].ToString()),
        };
    }

    /// <summary>An opaque continuation token.</summary>
    public static string Token(string lastEntry) => Convert.ToBase64String(Encoding.UTF8.GetBytes(lastEntry));

    public static int ReadMaxKeys(string text)
    {
        return text.Length == 0 ? Limit
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(
                number, Limit)
            : throw new S3Exception(
                S3Error.InvalidArgument("Provided max-keys not an integer or within integer range"));
    }

    private static string Decode(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new S3Exception(S3Error.InvalidArgument("The continuation token provided is incorrect"));
    }
}
