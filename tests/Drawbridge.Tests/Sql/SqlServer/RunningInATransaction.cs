using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Tests.Sql.SqlServer;

/// <summary>By Microsoft's "Transact-SQL Statements Allowed in Transactions" and the statements' own pages: no server was asked.</summary>
public sealed class RunningInATransaction
{
    [Theory]
    [InlineData("CREATE DATABASE d")]
    [InlineData("alter /* really */ database d SET READ_COMMITTED_SNAPSHOT ON")]
    [InlineData("ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 150")]
    [InlineData("ALTER DATABASE d ADD FILEGROUP f")]
    [InlineData("DROP DATABASE IF EXISTS d")]
    [InlineData("CREATE FULLTEXT CATALOG c")]
    [InlineData("ALTER FULLTEXT CATALOG c REBUILD")]
    [InlineData("DROP FULLTEXT CATALOG c")]
    [InlineData("CREATE FULLTEXT INDEX ON t (a) KEY INDEX i")]
    [InlineData("ALTER FULLTEXT INDEX ON t ENABLE")]
    [InlineData("DROP FULLTEXT INDEX ON t")]
    [InlineData("BACKUP DATABASE d TO DISK = 'd'")]
    [InlineData("BACKUP LOG d TO DISK = 'd'")]
    [InlineData("RESTORE DATABASE d FROM DISK = 'd'")]
    [InlineData("RECONFIGURE WITH OVERRIDE")]
    [InlineData("KILL 51")]
    [InlineData("DBCC SHRINKDATABASE (d)")]
    [InlineData("DBCC INDEXDEFRAG (d, 't', i)")]
    [InlineData("EXEC sp_configure 'show advanced options', 1")]
    [InlineData("EXECUTE master.dbo.sp_addlinkedserver @server = 's'")]
    [InlineData("sp_fulltext_database 'enable'")]
    [InlineData("CREATE TABLE t (a int PRIMARY KEY NONCLUSTERED) WITH (MEMORY_OPTIMIZED = ON)")]
    [InlineData("CREATE TYPE t AS TABLE (a int PRIMARY KEY NONCLUSTERED) WITH (MEMORY_OPTIMIZED = ON)")]
    [InlineData("IF DB_ID('d') IS NULL CREATE DATABASE d")]
    [InlineData("BEGIN TRY RECONFIGURE; END TRY BEGIN CATCH THROW; END CATCH")]
    [InlineData("ALTER DATABASE d SET OPTIMIZED_LOCKING = SOON (OR NEVER)")]
    public void Server_refuses(string statement) => CannotRun(statement).ShouldBeTrue();

    [Theory]
    [InlineData("CREATE TABLE t (a int)")]
    [InlineData("CREATE INDEX i ON t (a) WITH (ONLINE = ON)")]
    [InlineData("ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 4")]
    [InlineData("CREATE DATABASE SCOPED CREDENTIAL c WITH IDENTITY = 'i'")]
    [InlineData("CREATE DATABASE AUDIT SPECIFICATION a FOR SERVER AUDIT b")]
    [InlineData("BACKUP CERTIFICATE c TO FILE = 'f'")]
    [InlineData("UPDATE STATISTICS t")]
    [InlineData("TRUNCATE TABLE t")]
    [InlineData("BEGIN TRANSACTION")]
    [InlineData("EXEC sp_rename 'a', 'b'")]
    [InlineData("CREATE PROCEDURE p AS RECONFIGURE")]
    [InlineData("SELECT 'ALTER DATABASE d'")]
    [InlineData("DBCC CHECKIDENT ('t')")]
    public void Server_accepts(string statement) => CannotRun(statement).ShouldBeFalse();

    [Theory]
    [InlineData("SELECT 1;\nGO\nRECONFIGURE;", false, true)]
    [InlineData("SELECT 1; RECONFIGURE;\nGO\nSELECT 2;", true, false)]
    public void A_batch_is_refused_with_any_of_its_statements(string text, params bool[] batches)
    {
        var script = SqlServerReader.Read(text);
        script.Batches.Select(batch => batch.CannotRunInTransaction).ShouldBe(batches);
        script.RunsInTransaction.ShouldBeFalse();
    }

    private static bool CannotRun(string statement) =>
        SqlServerReader.Read(statement).Statements.ShouldHaveSingleItem().CannotRunInTransaction;
}
