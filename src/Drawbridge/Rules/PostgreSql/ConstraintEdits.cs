using Drawbridge.Rules.Fixes;
using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Writes fixes for constraints that ALTER adds.</summary>
internal static class ConstraintEdits
{
    /// <summary>The name that it has or gets, as the server stores it.</summary>
    public static string NameIn(this TableConstraint constraint, QualifiedName table) =>
        constraint.Name?.Value ?? DefaultName.Of(table.Name.Value, constraint) ?? $"{table.Name}_check";

    /// <summary>The same as a statement writes it.</summary>
    public static string WrittenNameIn(this TableConstraint constraint, QualifiedName table) =>
        constraint.Name?.Text ?? WrittenName.Of(constraint.NameIn(table));

    /// <summary>
    /// Adds it NOT VALID, by a name that VALIDATE can say. Beside a column there is no such thing, so it moves behind.
    /// </summary>
    public static Fix NotValid(this StatementContext at, AlterStatement alter, TableConstraint constraint)
    {
        var name = constraint.WrittenNameIn(alter.Name);
        if (alter.ColumnWith(constraint) is { } add)
        {
            var columns = constraint.Kind == ConstraintKind.ForeignKey ? $"FOREIGN KEY ({add.Column.Name.Text}) " : "";
            return at.Edit(
                new TextEdit(at.WithSpaceBefore(constraint.Span), ""),
                StatementEdits.Insert(
                    add.Span.End,
                    $", ADD CONSTRAINT {name} {columns}{at.BodyOf(constraint)} NOT VALID"));
        }

        var end = StatementEdits.Insert(constraint.Span.End, " NOT VALID");
        return constraint.Name is null ? at.Edit(constraint.Naming(name), end) : at.Edit(end);
    }

    /// <summary>The new column beside which a constraint stands; null for none.</summary>
    public static AddColumnAction? ColumnWith(this AlterStatement alter, TableConstraint constraint) =>
        alter.Actions.OfType<AddColumnAction>().FirstOrDefault(add => add.Column.Constraints.Contains(constraint));

    /// <summary>Gives a name to a constraint that has none.</summary>
    public static TextEdit Naming(this TableConstraint constraint, string name) =>
        StatementEdits.Insert(constraint.Span.Offset, $"CONSTRAINT {name} ");

    /// <summary>A constraint without its name.</summary>
    public static string BodyOf(this StatementContext at, TableConstraint constraint)
    {
        var start = constraint.Name?.Span.End ?? constraint.Span.Offset;
        return at.Script.Sql.Text[start..constraint.Span.End].Trim();
    }

    /// <summary>A part, and what separates it from the word in front of it.</summary>
    public static TextSpan WithSpaceBefore(this StatementContext at, TextSpan part)
    {
        var start = at.Script.Sql.Text.AsSpan(0, part.Offset).TrimEnd().Length;
        return new TextSpan(start, part.End - start);
    }
}
