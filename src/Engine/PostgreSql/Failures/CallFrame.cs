using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>A function, procedure or DO block that was at work when the server refused a statement.</summary>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Name">
/// As the server says it: <c>schema.name(types)</c> or the bare name; <see cref="InlineBlock"/> for a DO block.
/// </param>
/// <param name="Number">
/// Of the line in its body, for PL/pgSQL, or of the statement, for SQL; null when the server says none.
/// </param>
internal sealed record CallFrame(FrameLanguage Language, string Name, int? Number)
{
    /// <summary>What the server calls the code of a DO block.</summary>
    public const string InlineBlock = "inline_code_block";

    /// <summary>The code of a DO block.</summary>
    public bool IsBlock => Name == InlineBlock;

    /// <summary>With which its statement at work begins: <c>RAISE</c>; null where the server says none.</summary>
    public string? Keyword { get; init; }

    /// <summary>Its name and types; null when the server says the bare name only.</summary>
    public RoutineSignature? Signature { get; } = RoutineSignature.TryRead(Name);

    /// <summary>For people.</summary>
    public string Description => (Language, Number) switch
    {
        (_, null) => $"in function '{Name}'",
        (FrameLanguage.Sql, { } number) => $"in statement {number} of function '{Name}'",
        (_, { } number) => $"in line {number} of function '{Name}'",
    };
}
