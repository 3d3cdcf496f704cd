namespace Drawbridge.Sql;

/// <summary>One thing that is wrong with a script's text.</summary>
/// <param name="Kind">What it is, for code that decides.</param>
/// <param name="Message">What it is, for people: one sentence that names the thing in 'quotes'.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Position">Where it began.</param>
public sealed record SqlSyntaxError(SyntaxErrorKind Kind, string Message, string Remedy, TextPosition Position);
