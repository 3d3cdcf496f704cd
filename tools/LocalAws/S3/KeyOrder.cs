namespace Drawbridge.LocalAws.S3;

/// <summary>
/// The order of S3's listings: by the bytes of UTF-8. It differs from .NET's ordinal order only for
/// surrogates, which stand below U+E000 in UTF-16 and above it in UTF-8.
/// </summary>
internal sealed class KeyOrder : IComparer<string>
{
    public static KeyOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var common = left.CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length - right.Length
            : Weight(left[common]) - Weight(right[common]);
    }

    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
