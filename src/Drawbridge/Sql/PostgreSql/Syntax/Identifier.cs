namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>One name. Two are equal when the server takes them for the same.</summary>
/// <param name="Value">As the server stores it: folded to lower case, or what stood in quotes. Not cut to 63 bytes.</param>
/// <param name="Text">As written.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Identifier(string Value, string Text, TextSpan Span)
{
    /// <summary>Written in double quotes, so that its case counts.</summary>
    public bool IsQuoted => Text.Contains('"', StringComparison.Ordinal);

    /// <summary>Compares what the server would compare.</summary>
    public bool Equals(Identifier? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>As the server stores it.</summary>
    public override string ToString() => Value;
}
