using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A new type for a column that makes the server write the table anew.</summary>
internal sealed class RewriteColumnType : TableRule<AlterColumnTypeAction>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(
        AlterTableStatement alter, IEnumerable<AlterColumnTypeAction> actions, StatementContext at) =>
        from change in actions
        let old = at.Table(alter.Name)?.TypeOf(change.Column.Value, at.Place)
        where !IsFree(change, old, at)
        select Find(
            at,
            change.Type.Span,
            $"The new type '{change.Type}' of '{change.Column}'{(old is null ? "" : $", which was '{old}',")} makes "
                + $"the server write '{alter.Name}' anew while nobody can read or write it.",
            old is not null && TypeConversion.IsFreeInUtc(old, change.Type) && IsPlain(change)
                ? "Write 'SET LOCAL timezone = 'UTC';' before it if the old values are in UTC: then no row is written "
                    + "anew."
                : $"Add a second column of type {change.Type.Text}, keep it filled by a trigger, fill the old rows in "
                + "small steps, and let the application change over.");

    private static bool IsFree(AlterColumnTypeAction change, DataType? old, StatementContext at) =>
        IsPlain(change) && (old is null
            ? change.Type is { IsArray: false, Name: "text" or "character varying", Modifiers: [] }
            : TypeConversion.IsFree(old, change.Type)
                || (TypeConversion.IsFreeInUtc(old, change.Type) && at.IsInUtc));

    /// <summary>Whether what follows USING is no more than the column, or the column as the new type.</summary>
    private static bool IsPlain(AlterColumnTypeAction change)
    {
        if (change.Using is not { } expression)
        {
            return true;
        }

        var (text, type) = (Letters(expression.Text), Letters(change.Type.Text));
        return text.Equals(change.Column.Text, StringComparison.OrdinalIgnoreCase)
            || text.Equals($"{change.Column.Text}::{type}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Without spaces and parentheses, which mean nothing here.</summary>
    private static string Letters(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('(' or ')')));
}
