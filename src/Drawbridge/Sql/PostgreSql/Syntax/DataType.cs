using System.Globalization;

namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A column's type.</summary>
/// <param name="Name">
/// As the catalog shows it, whatever was written: <c>integer</c> for <c>INT4</c>, <c>timestamp with time zone</c> for <c>timestamptz</c>;
/// <c>serial</c> and its kin stay; other types have their schema when it was written.
/// </param>
/// <param name="Text">As written.</param>
/// <param name="Span">Where it stands.</param>
public sealed record DataType(string Name, string Text, TextSpan Span)
{
    /// <summary>What stands in parentheses: <c>10</c> and <c>2</c> of <c>numeric(10, 2)</c>; before them the fields of an interval.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>How many brackets follow; 0 for no array.</summary>
    public int Dimensions { get; init; }

    /// <summary><c>SETOF</c> stands before it.</summary>
    public bool IsSet { get; init; }

    /// <summary>An array of anything.</summary>
    public bool IsArray => Dimensions > 0;

    /// <summary><c>serial</c>, <c>bigserial</c> or <c>smallserial</c>: an integer with a sequence of its own.</summary>
    public bool IsSerial => !IsArray && Name is "serial" or "bigserial" or "smallserial";

    /// <summary>One modifier as a number; null when it isn't there or is none.</summary>
    public int? Modifier(int index) =>
        index < Modifiers.Count && int.TryParse(Modifiers[index], CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The name, its modifiers and brackets: <c>character varying(20)[]</c>.</summary>
    public override string ToString() =>
        Name + (Modifiers is [] ? "" : $"({string.Join(',', Modifiers)})") + string.Concat(Enumerable.Repeat("[]", Dimensions));
}
