using System.Collections;
using System.Reflection;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

/// <summary>
/// Writes a syntax in one line, so that a table of examples can be read: the record's name, then what it has of its
/// properties. Spans are the text that they cover, in guillemets.
/// </summary>
internal static class Outline
{
    public static string Of(string sql)
    {
        var script = PostgreSqlReader.Read(sql);
        return Of(script.Statements.ShouldHaveSingleItem().Syntax, script.Text);
    }

    public static string Of(object part, string script) => part switch
    {
        Identifier or QualifiedName or SqlExpression or DataType => $"{part}",
        StringLiteral literal => $"'{literal.Value}'",
        TextSpan span => $"«{script.Substring(span.Offset, span.Length)}»",
        string or Enum => $"{part}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(item => Of(item, script)))}]",
        IndexElement element => element.Column is null ? $"({element.Expression})" : $"{element.Column}",
        CommonTable table => $"{table.Name}: {Of(table.Query, script)}",
        Grantee grantee => grantee.IsPublic ? "everyone" : $"{grantee.Name}",
        ColumnDefinition column => $"{column.Name} {column.Type}{Properties(column, script, "Name", "Type")}",
        TableConstraint constraint => $"{constraint.Kind}{Properties(constraint, script, "Kind")}",
        _ => Name(part) + Properties(part, script),
    };

    private static string Name(object part) =>
        part.GetType().Name.Replace("Statement", "", StringComparison.Ordinal).Replace("Action", "", StringComparison.Ordinal);

    private static string Properties(object part, string script, params string[] except)
    {
        var texts =
            from property in part.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            where property.CanWrite && property.Name != "Span" && !except.Contains(property.Name)
            let value = property.GetValue(part)
            where value is not (null or false or 0 or ICollection { Count: 0 })
            select value is true ? property.Name : $"{property.Name}={Of(value, script)}";
        var all = string.Join(' ', texts.Order(StringComparer.Ordinal));
        return all.Length == 0 ? "" : $"({all})";
    }
}
