namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class UnderstandingAlterations
{
    [Theory]
    [InlineData("ALTER TABLE IF EXISTS ONLY s.t ADD a int", "AlterTable(Actions=[AddColumn(Column=a integer)] IfExists IsOnly Name=s.t)")]
    [InlineData(
        "ALTER FOREIGN TABLE t ADD COLUMN IF NOT EXISTS a int NOT NULL",
        "AlterTable(Actions=[AddColumn(Column=a integer(Constraints=[NotNull(Columns=[a])]) IfNotExists)] IsForeign Name=t)")]
    [InlineData(
        "ALTER TABLE t DROP a CASCADE, DROP COLUMN IF EXISTS b RESTRICT",
        "AlterTable(Actions=[DropColumn(Column=a IsCascade), DropColumn(Column=b IfExists)] Name=t)")]
    [InlineData(
        "ALTER TABLE t ALTER a TYPE text USING a::text, ALTER COLUMN b SET DATA TYPE varchar(3) COLLATE \"C\"",
        "AlterTable(Actions=[AlterColumnType(Column=a Type=text Using=a::text), AlterColumnType(Collation=C Column=b Type=character varying(3))] Name=t)")]
    [InlineData(
        "ALTER TABLE t ALTER a SET DEFAULT f(1, 2), ALTER b DROP DEFAULT",
        "AlterTable(Actions=[SetDefault(Column=a Value=f(1, 2)), DropDefault(Column=b)] Name=t)")]
    [InlineData(
        "ALTER TABLE t ALTER a SET NOT NULL, ALTER b DROP NOT NULL",
        "AlterTable(Actions=[SetNotNull(Column=a), DropNotNull(Column=b)] Name=t)")]
    [InlineData(
        "ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY, ALTER b DROP IDENTITY IF EXISTS",
        "AlterTable(Actions=[AddIdentity(Column=a), DropIdentity(Column=b IfExists)] Name=t)")]
    [InlineData(
        "ALTER TABLE t ALTER a SET EXPRESSION AS (b + 1), ALTER a DROP EXPRESSION",
        "AlterTable(Actions=[SetExpression(Column=a Value=b + 1), Other] Name=t)")]
    [InlineData("ALTER TABLE t ALTER a SET STATISTICS 100, ALTER a SET (n_distinct = 5, x = 1)", "AlterTable(Actions=[Other, Other] Name=t)")]
    [InlineData(
        "ALTER TABLE t ADD CHECK (a > 1) NOT VALID, VALIDATE CONSTRAINT c",
        "AlterTable(Actions=[AddConstraint(Constraint=Check(Condition=a > 1 NotValid=«NOT VALID»)), ValidateConstraint(Constraint=c)] Name=t)")]
    [InlineData(
        "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX i DEFERRABLE",
        "AlterTable(Actions=[AddConstraint(Constraint=PrimaryKey(IsDeferrable Name=k UsingIndex=i))] Name=t)")]
    [InlineData(
        "ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID",
        "AlterTable(Actions=[AddConstraint(Constraint=NotNull(Columns=[a] Name=n NotValid=«NOT VALID»))] Name=t)")]
    [InlineData(
        "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u ON DELETE SET DEFAULT (a) NOT VALID",
        "AlterTable(Actions=[AddConstraint(Constraint=ForeignKey(Columns=[a] NotValid=«NOT VALID» ReferencedTable=u))] Name=t)")]
    [InlineData(
        "ALTER TABLE t DROP CONSTRAINT IF EXISTS c CASCADE, ALTER CONSTRAINT d DEFERRABLE",
        "AlterTable(Actions=[DropConstraint(Constraint=c IfExists IsCascade), Other] Name=t)")]
    [InlineData("ALTER TABLE t RENAME TO u", "AlterTable(Actions=[RenameTo(NewName=u)] Name=t)")]
    [InlineData("ALTER TABLE t RENAME a TO \"B\"", "AlterTable(Actions=[RenameColumn(Column=a NewName=B)] Name=t)")]
    [InlineData("ALTER TABLE t RENAME COLUMN a TO b", "AlterTable(Actions=[RenameColumn(Column=a NewName=b)] Name=t)")]
    [InlineData("ALTER TABLE t RENAME CONSTRAINT a TO b", "AlterTable(Actions=[RenameConstraint(Constraint=a NewName=b)] Name=t)")]
    [InlineData("ALTER TABLE t SET SCHEMA s", "AlterTable(Actions=[SetSchema(Schema=s)] Name=t)")]
    [InlineData(
        "ALTER TABLE t OWNER TO CURRENT_USER, SET TABLESPACE x, SET UNLOGGED, SET LOGGED, SET ACCESS METHOD heap",
        "AlterTable(Actions=[OwnerTo(Role=current_user), SetTablespace(Tablespace=x), SetLogged, SetLogged(IsLogged), SetAccessMethod(Method=heap)] Name=t)")]
    [InlineData("ALTER TABLE t SET (fillfactor = 70), INHERIT u, CLUSTER ON i", "AlterTable(Actions=[Other, Other, Other] Name=t)")]
    [InlineData("ALTER TABLE t ATTACH PARTITION s.p FOR VALUES IN (1, 2)", "AlterTable(Actions=[AttachPartition(Partition=s.p)] Name=t)")]
    [InlineData("ALTER TABLE t DETACH PARTITION p CONCURRENTLY", "AlterTable(Actions=[DetachPartition(IsConcurrent Partition=p)] Name=t)")]
    [InlineData("ALTER TABLE t DETACH PARTITION p FINALIZE", "AlterTable(Actions=[DetachPartition(IsFinalize Partition=p)] Name=t)")]
    [InlineData(
        "ALTER TABLE t DISABLE TRIGGER ALL, ENABLE REPLICA TRIGGER x, ENABLE TRIGGER USER",
        "AlterTable(Actions=[DisableTrigger(Trigger=all), EnableTrigger(Trigger=x), EnableTrigger(Trigger=user)] Name=t)")]
    [InlineData(
        "ALTER TABLE t ENABLE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY",
        "AlterTable(Actions=[SetRowSecurity(Mode=Enabled), SetRowSecurity(Mode=Disabled), SetRowSecurity(Mode=Forced), SetRowSecurity(Mode=NotForced)] Name=t)")]
    [InlineData("ALTER TABLE t", "AlterTable(Name=t)")]
    [InlineData("ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b", "Other(FirstWord=ALTER)")]
    [InlineData("ALTER INDEX IF EXISTS i RENAME TO j", "AlterObject(Actions=[RenameTo(NewName=j)] IfExists Kind=Index Name=i)")]
    [InlineData("ALTER INDEX i ATTACH PARTITION s.j", "AlterObject(Actions=[AttachPartition(Partition=s.j)] Kind=Index Name=i)")]
    [InlineData("ALTER INDEX i SET TABLESPACE x", "AlterObject(Actions=[SetTablespace(Tablespace=x)] Kind=Index Name=i)")]
    [InlineData("ALTER VIEW v RENAME COLUMN a TO b", "AlterObject(Actions=[RenameColumn(Column=a NewName=b)] Kind=View Name=v)")]
    [InlineData("ALTER VIEW v ALTER a SET DEFAULT 1", "AlterObject(Actions=[SetDefault(Column=a Value=1)] Kind=View Name=v)")]
    [InlineData("ALTER MATERIALIZED VIEW s.v SET SCHEMA x", "AlterObject(Actions=[SetSchema(Schema=x)] Kind=MaterializedView Name=s.v)")]
    [InlineData("ALTER SEQUENCE s OWNED BY t.a", "AlterObject(Actions=[Other] Kind=Sequence Name=s)")]
    [InlineData("ALTER SCHEMA a RENAME TO b", "AlterObject(Actions=[RenameTo(NewName=b)] Kind=Schema Name=a)")]
    [InlineData("ALTER FUNCTION s.f(int, text) OWNER TO x", "AlterFunction(Actions=[OwnerTo(Role=x)] Kind=Function Name=s.f)")]
    [InlineData(
        "ALTER PROCEDURE p() EXTERNAL SECURITY DEFINER SET search_path TO a, pg_temp RESET x",
        "AlterFunction(Kind=Procedure Name=p SecurityDefiner=«SECURITY DEFINER» Settings=[SettingChange(Name=search_path Value=a, pg_temp)])")]
    [InlineData("ALTER ROUTINE r SET SCHEMA s", "AlterFunction(Actions=[SetSchema(Schema=s)] Kind=Routine Name=r)")]
    [InlineData("ALTER TRIGGER a ON s.t RENAME TO b", "AlterObject(Actions=[RenameTo(NewName=b)] Kind=Trigger Name=a Table=s.t)")]
    [InlineData(
        "ALTER TYPE c ADD ATTRIBUTE a int, DROP ATTRIBUTE IF EXISTS b CASCADE, ALTER ATTRIBUTE d TYPE text",
        "AlterObject(Actions=[AddColumn(Column=a integer), DropColumn(Column=b IfExists IsCascade), AlterColumnType(Column=d Type=text)] Kind=Type Name=c)")]
    [InlineData("ALTER TYPE c RENAME ATTRIBUTE a TO b", "AlterObject(Actions=[RenameColumn(Column=a NewName=b)] Kind=Type Name=c)")]
    [InlineData("ALTER DOMAIN d SET NOT NULL", "AlterObject(Actions=[SetNotNull] Kind=Domain Name=d)")]
    [InlineData("ALTER DOMAIN d DROP DEFAULT", "AlterObject(Actions=[DropDefault] Kind=Domain Name=d)")]
    [InlineData(
        "ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID",
        "AlterObject(Actions=[AddConstraint(Constraint=Check(Condition=VALUE > 0 Name=c NotValid=«NOT VALID»))] Kind=Domain Name=d)")]
    [InlineData("ALTER EXTENSION x ADD TABLE t", "AlterObject(Actions=[Other] Kind=Extension Name=x)")]
    [InlineData("ALTER PUBLICATION p DROP TABLE t", "AlterObject(Actions=[Other] Kind=Publication Name=p)")]
    [InlineData("ALTER DATABASE d SET TABLESPACE x", "AlterObject(Actions=[SetTablespace(Tablespace=x)] Kind=Database Name=d)")]
    [InlineData("ALTER GROUP g ADD USER u", "AlterObject(Actions=[Other] Kind=Role Name=g)")]
    [InlineData("ALTER ROLE r RENAME TO s", "AlterObject(Actions=[RenameTo(NewName=s)] Kind=Role Name=r)")]
    [InlineData(
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
        "AlterDefaultPrivileges(Change=Grant(Grantees=[everyone] Kind=Table Objects=[tables] Privileges=[select]))")]
    [InlineData(
        "ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s REVOKE ALL ON FUNCTIONS FROM b",
        "AlterDefaultPrivileges(Change=Revoke(All=«ALL» Grantees=[b] Kind=Table Objects=[functions] Privileges=[all]))")]
    [InlineData("ALTER SYSTEM SET a.b = 1", "AlterSystem(Setting=a.b)")]
    [InlineData("ALTER SYSTEM RESET ALL", "AlterSystem")]
    [InlineData("ALTER TYPE e ADD VALUE IF NOT EXISTS 'x' BEFORE 'y'", "AlterTypeAddValue(IfNotExists Label='x' Name=e)")]
    [InlineData("ALTER TYPE s.e RENAME VALUE 'a' TO 'b'", "AlterTypeRenameValue(Label='a' Name=s.e NewLabel='b')")]
    [InlineData("ALTER ROLE r PASSWORD NULL", "DefineRole(Name=r)")]
    public void Every_action_is_told(string sql, string outline) => Outline.Of(sql).ShouldBe(outline);
}
