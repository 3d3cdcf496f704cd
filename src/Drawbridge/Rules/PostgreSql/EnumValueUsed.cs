using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A new value of an enum that is used in the transaction that adds it, which the server refuses.</summary>
internal sealed class EnumValueUsed : ScriptRule
{
    public override DatabaseEngine? Engine => DatabaseEngine.PostgreSql;

    /// <summary>Since this version a value may be used where its type was made in the same transaction.</summary>
    private const int NewTypesTakeValues = 17;

    public override Severity Severity => Severity.Error;

    public override bool Concerns(MigrationFile script, ChangeSet changes) => IsLookedAt(script)
        && script.Sql.Statements.Any(statement => statement.Syntax is AlterTypeAddValueStatement);

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes)
    {
        var added = new Dictionary<string, QualifiedName>(StringComparer.Ordinal);
        foreach (var statement in IsLookedAt(script) ? script.Sql.Statements : [])
        {
            var at = new StatementContext(script, statement, changes);
            if (statement.Syntax is AlterTypeAddValueStatement add)
            {
                added.TryAdd(add.Label.Value, add.Name);
            }

            foreach (var literal in added.Count > 0 ? Literals(at) : [])
            {
                if (added.TryGetValue(literal.Value, out var type) && IsRefused(at, type))
                {
                    yield return Find(at, literal, type);
                }
            }
        }
    }

    private static bool IsLookedAt(MigrationFile script) =>
        script.Sql.RunsInTransaction && script.Name?.Kind != ScriptKind.Undo;

    /// <summary>A table without a column of the type takes the string as any other.</summary>
    private static bool IsRefused(StatementContext at, QualifiedName type) =>
        (at.ServerVersion < NewTypesTakeValues || !IsMadeHere(at, type))
        && (at.Syntax is not InsertStatement { HasLiteralRows: true } insert
            || at.Table(insert.Target) is not { } table
            || table.MayHold(type.Name.Value, at.Place));

    private static bool IsMadeHere(StatementContext at, QualifiedName type) =>
        at.Script.Sql.Statements.Select(statement => statement.Syntax)
            .OfType<CreateTypeStatement>()
            .Any(create => create.Name.CouldBe(type));

    private Finding Find(StatementContext at, StringLiteral literal, QualifiedName type) => Find(
        at.Script,
        at.Statement,
        literal.Span,
        $"The value '{literal.Value}' of '{type}' is used in the transaction that adds it, which the server refuses.",
        IsMadeHere(at, type)
            ? $"Name the value in the 'CREATE TYPE' itself: only since version {NewTypesTakeValues} it works so."
            : "Move the 'ALTER TYPE … ADD VALUE' into a script of its own before this one.");

    /// <summary>
    /// The strings of what the server reads now: a body in another language than SQL runs later, a comment never.
    /// </summary>
    private static IEnumerable<StringLiteral> Literals(StatementContext at)
    {
        TextSpan[] parts = at.Syntax switch
        {
            CommentStatement or AlterTypeAddValueStatement or AlterTypeRenameValueStatement => [],
            CreateFunctionStatement { Language: "sql" or null, Body: { } body } routine => [routine.Parameters, body],
            CreateFunctionStatement routine => [routine.Parameters],
            DoStatement { Body.Content: var body } => [body],
            _ => [at.Syntax.Span],
        };
        return parts.SelectMany(part => StringLiterals.In(at.Script.Sql.Text, part));
    }
}
