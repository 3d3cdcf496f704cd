using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A routine's name and the types of what it takes: by these the server tells routines apart.</summary>
/// <param name="Name">The routine.</param>
/// <param name="Types">
/// Of its parameters that are not <c>OUT</c>, as the catalog shows them; null for one that can't be read.
/// </param>
public sealed record RoutineSignature(QualifiedName Name, IReadOnlyList<string?> Types)
{
    /// <summary>What a statement creates.</summary>
    public static RoutineSignature Of(CreateFunctionStatement routine, string script) =>
        new(routine.Name, ParameterReader.TakeTypes(new TokenReader(script, routine.Parameters)));

    /// <summary>Reads <c>schema.name(integer,text)</c>, the server's own form; null for anything else.</summary>
    public static RoutineSignature? TryRead(string text)
    {
        var reader = new TokenReader(text, new TextSpan(0, text.Length));
        if (reader.TakeName() is not { } name || !reader.Is("("))
        {
            return null;
        }

        var types = ParameterReader.TakeTypes(reader);
        return reader.IsAtEnd ? new RoutineSignature(name, types) : null;
    }

    /// <summary>Whether both take the same types; a type's schema counts only where both have one.</summary>
    public bool TakesTheSame(RoutineSignature other) =>
        Types.Count == other.Types.Count && Types.Zip(other.Types).All(pair => AreAlike(pair.First, pair.Second));

    private static bool AreAlike(string? one, string? other) =>
        one is not null && other is not null && (one == other || HasSchema(one, other) || HasSchema(other, one));

    private static bool HasSchema(string type, string bare) => type.EndsWith($".{bare}", StringComparison.Ordinal);
}
