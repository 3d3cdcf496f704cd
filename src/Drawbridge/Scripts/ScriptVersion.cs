using System.Diagnostics.CodeAnalysis;

namespace Drawbridge.Scripts;

/// <summary>
/// One or more groups of digits, compared as numbers, group by group. <c>1</c>, <c>01</c> and <c>1.0</c> are the same
/// version; the digits have no upper limit, so a timestamp needs no special care.
/// </summary>
public sealed record ScriptVersion : IComparable<ScriptVersion>
{
    private ScriptVersion(string text) => Text = text;

    /// <summary>The canonical form: groups joined by dots, without leading zeros and trailing zero groups.</summary>
    public string Text { get; }

    /// <summary>Reads groups of digits separated by dots.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ScriptVersion? version)
    {
        version = IsCanonicalNumber(text) ? new ScriptVersion(text) : null;
        if (version is not null)
        {
            return true;
        }

        var groups = text.Split('.');
        if (!Array.TrueForAll(groups, IsNumber))
        {
            return false;
        }

        var canonical = groups.Select(group => group.TrimStart('0')).ToList();
        while (canonical.Count > 1 && canonical[^1].Length == 0)
        {
            canonical.RemoveAt(canonical.Count - 1);
        }

        version = new ScriptVersion(string.Join('.', canonical.Select(group => group.Length == 0 ? "0" : group)));
        return true;
    }

    /// <summary>Reads a version that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not groups of digits separated by dots.</exception>
    public static ScriptVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is not a version.");

    /// <inheritdoc/>
    public int CompareTo(ScriptVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (IsNumber(Text) && IsNumber(other.Text))
        {
            return CompareNumbers(Text, other.Text);
        }

        var left = Text.AsSpan().Split('.');
        var right = other.Text.AsSpan().Split('.');
        var order = 0;
        while (order == 0 && (left.MoveNext(), right.MoveNext()) is var (hasLeft, hasRight) && (hasLeft || hasRight))
        {
            order = CompareNumbers(
                hasLeft ? Text.AsSpan(left.Current) : "0", hasRight ? other.Text.AsSpan(right.Current) : "0");
        }

        return order;
    }

    /// <summary>Whether the first comes before the second.</summary>
    public static bool operator <(ScriptVersion left, ScriptVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first comes after the second.</summary>
    public static bool operator >(ScriptVersion left, ScriptVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first does not come after the second.</summary>
    public static bool operator <=(ScriptVersion left, ScriptVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first does not come before the second.</summary>
    public static bool operator >=(ScriptVersion left, ScriptVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>What most versions are; a release may have thousands.</summary>
    private static bool IsCanonicalNumber(string text) => IsNumber(text) && (text[0] != '0' || text.Length == 1);

    private static bool IsNumber(string group) =>
        group.Length > 0 && !group.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
}
