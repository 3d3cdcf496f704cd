using System.Globalization;

namespace Drawbridge.Sql;

/// <summary>Reads what stands behind <c>-- drawbridge:</c>.</summary>
internal static class DirectiveParser
{
    /// <summary>What can be written, for people.</summary>
    public const string Forms =
        "transaction=off, lock-timeout=5s, statement-timeout=2min, ignore <rule> <reason>, require <boolean "
        + "expression>";

    private static readonly (string Unit, double Milliseconds)[] Units =
        [("ms", 1), ("min", 60_000), ("s", 1_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>The directive; null when it is none.</summary>
    public static Directive? Parse(string content, TextPosition position)
    {
        var end = content.AsSpan().IndexOfAny(" \t=");
        var name = end < 0 ? content : content[..end];
        var hasEquals = end >= 0 && content.AsSpan(end).TrimStart().StartsWith('=');
        var value = end < 0 ? "" : hasEquals ? content[(content.IndexOf('=') + 1)..].Trim() : content[end..].Trim();
        return (name, hasEquals) switch
        {
            ("transaction", true) when value == "off" => Create(DirectiveKind.TransactionOff),
            ("lock-timeout", true) when Duration(value) is { } time =>
                Create(DirectiveKind.LockTimeout) with { Duration = time },
            ("statement-timeout", true) when Duration(value) is { } time =>
                Create(DirectiveKind.StatementTimeout) with { Duration = time },
            ("require", false) when value.Length > 0 => Create(DirectiveKind.Require),
            ("ignore", false) => Ignore(name, value, position),
            _ => null,
        };

        Directive Create(DirectiveKind kind) => new(kind, value, position) { Name = name };
    }

    private static Directive? Ignore(string name, string value, TextPosition position)
    {
        var end = value.AsSpan().IndexOfAny(' ', '\t');
        var rule = end < 0 ? value : value[..end];
        return rule.Length > 0
            && rule.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? new Directive(DirectiveKind.Ignore, rule, position) { Name = name, Reason = value[rule.Length..].Trim() }
            : null;
    }

    /// <summary>
    /// A whole number and a unit as PostgreSQL writes them; 0 needs none. At most what a server setting can hold.
    /// </summary>
    private static TimeSpan? Duration(string value)
    {
        if (value == "0")
        {
            return TimeSpan.Zero;
        }

        foreach (var (unit, milliseconds) in Units)
        {
            if (value.EndsWith(unit, StringComparison.Ordinal)
                && int.TryParse(value.AsSpan(0, value.Length - unit.Length).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return count * milliseconds <= int.MaxValue ? TimeSpan.FromMilliseconds(count * milliseconds) : null;
            }
        }

        return null;
    }
}
