using System.Collections;
using System.Reflection;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

/// <summary>Looks at every part of every statement's syntax: it can be read, and its span lies within the part around it
/// (a constraint beside a column has that column's name).</summary>
internal static class SyntaxFlaw
{
    public static string? Find(SqlScript script) =>
        script.Statements.Select(statement => Find(statement.Syntax, new TextSpan(statement.Offset, statement.Length))).FirstOrDefault(flaw => flaw is not null);

    private static string? Find(object? part, TextSpan around) => part switch
    {
        null or string or Enum or bool or int => null,
        TextSpan span => Lies(span, around) ? null : $"{span} leaves {around}",
        IEnumerable list => list.Cast<object?>().Select(item => Find(item, around)).FirstOrDefault(flaw => flaw is not null),
        _ when part.GetType().GetProperty("Span")?.GetValue(part) is TextSpan own =>
            Lies(own, around) ? InProperties(part, part is TableConstraint ? around : own) : $"{part.GetType().Name} {own} leaves {around}",
        _ => InProperties(part, around),
    };

    private static bool Lies(TextSpan span, TextSpan around) => span.Length >= 0 && span.Offset >= around.Offset && span.End <= around.End;

    private static string? InProperties(object part, TextSpan around) => part.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.Name is not ("Span" or "Writes") && property.GetIndexParameters().Length == 0)
        .Select(property => Find(property.GetValue(part), around))
        .FirstOrDefault(flaw => flaw is not null);
}
