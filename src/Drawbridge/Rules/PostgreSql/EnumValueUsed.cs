using Drawbridge.Rules.Changes;
using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Scripts;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A new value of an enum that is used in the transaction that adds it, which the server refuses.</summary>
internal sealed class EnumValueUsed : ScriptRule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes)
    {
        var types = new HashSet<ObjectKey>();
        var added = new Dictionary<string, QualifiedName>(StringComparer.Ordinal);
        foreach (var statement in IsLookedAt(script) ? script.Sql.Statements : [])
        {
            switch (statement.Syntax)
            {
                case CreateTypeStatement type:
                    types.Add(ObjectKey.Of(script.Database, type.Name));
                    break;
                case AlterTypeAddValueStatement add when !types.Contains(ObjectKey.Of(script.Database, add.Name)):
                    added.TryAdd(add.Label.Value, add.Name);
                    break;
                case not AlterTypeAddValueStatement when added.Count > 0:
                    foreach (var literal in Literals(script, statement.Syntax).Where(literal => added.ContainsKey(literal.Value)))
                    {
                        yield return Find(
                            script,
                            statement,
                            literal.Span,
                            $"The value '{literal.Value}' of '{added[literal.Value]}' is used in the transaction "
                                + "that adds it, which the server refuses.",
                            "Move the 'ALTER TYPE … ADD VALUE' into a script of its own before this one.");
                    }

                    break;
            }
        }
    }

    private static bool IsLookedAt(MigrationFile script) =>
        script.Sql.RunsInTransaction && script.Name?.Kind != ScriptKind.Undo;

    /// <summary>The strings of what runs now. The body of a function runs later, a comment never.</summary>
    private static IEnumerable<StringLiteral> Literals(MigrationFile script, StatementSyntax syntax) => syntax switch
    {
        CommentStatement or CreateFunctionStatement => [],
        DoStatement { Body: { } body } => StringLiterals.In(script.Sql.Text, body.Content),
        _ => StringLiterals.In(script.Sql.Text, syntax.Span),
    };
}
