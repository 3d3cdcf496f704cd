using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A constraint that is not checked for the rows that are there.</summary>
internal sealed class UntrustedConstraint : BatchRule
{
    public override Severity Severity => Severity.Warning;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(UntrustedConstraint rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(AlterTableAddTableElementStatement node)
        {
            if (node.ExistingRowsCheckEnforcement == ConstraintEnforcement.NoCheck
                && !At.IsNew(node.SchemaObjectName)
                && node.Definition.TableConstraints.FirstOrDefault(IsCheck) is { } constraint)
            {
                Find(
                    constraint,
                    $"WITH NOCHECK leaves the rows of '{Name(node.SchemaObjectName)}' unchecked: the server does "
                        + "not trust the constraint, "
                        + "and queries can't use it.",
                    "Check them in a later script: 'ALTER TABLE … WITH CHECK CHECK CONSTRAINT …', and say so: "
                        + "'-- drawbridge: ignore untrusted-constraint <reason>'.");
            }
        }

        private static bool IsCheck(ConstraintDefinition constraint) =>
            constraint is CheckConstraintDefinition or ForeignKeyConstraintDefinition;

        public override void Visit(AlterTableConstraintModificationStatement node)
        {
            if (node.ConstraintEnforcement == ConstraintEnforcement.NoCheck)
            {
                Find(
                    node.SchemaObjectName,
                    $"NOCHECK CONSTRAINT turns constraints of '{Name(node.SchemaObjectName)}' off: wrong rows may "
                        + "come in, and the server "
                        + "no longer trusts them.",
                    "Turn them on again, behind what needs it: 'ALTER TABLE … WITH CHECK CHECK CONSTRAINT …'; then "
                        + "say so.");
            }
            else if (node.ExistingRowsCheckEnforcement != ConstraintEnforcement.Check)
            {
                Find(
                    node.SchemaObjectName,
                    $"CHECK CONSTRAINT without WITH CHECK leaves the rows of '{Name(node.SchemaObjectName)}' "
                        + "unchecked: the server does not "
                        + "trust the constraint.",
                    "Write 'WITH CHECK CHECK CONSTRAINT'.",
                    node.ExistingRowsCheckEnforcement == ConstraintEnforcement.NotSpecified
                        ? [Append(node.SchemaObjectName, " WITH CHECK")]
                        : []);
            }
        }
    }
}
