using Drawbridge.Engine.Donors;
using Drawbridge.Engine.SqlServer.Donors;

namespace Drawbridge.Engine.Tests.SqlServer;

public sealed class RecognisingOtherToolsOnSqlServer
{
    [Theory]
    [InlineData("schema_migrations", "dirty,version", "golang-migrate")]
    [InlineData("goose_db_version", "id,is_applied,tstamp,version_id", "goose")]
    [InlineData("SchemaVersions", "Applied,Id,ScriptName", "DbUp")]
    [InlineData("ScriptsRun", "entered_by,entry_date,id,modified_date,one_time_script,script_name,text_hash,text_of_script,version_id", "grate")]
    [InlineData("__EFMigrationsHistory", "MigrationId,ProductVersion", "EF Core")]
    [InlineData("changelog", "checksum,description,id,installed_by,installed_on,name,success,type,version", "Evolve")]
    [InlineData("flyway_schema_history", "checksum,description,execution_time,installed_by,installed_on,installed_rank,script,success,type,version", "Flyway")]
    public void Each_is_known_by_what_it_leaves_and_none_is_read(string table, string columns, string tool)
    {
        var found = new FoundTable("dbo", table, $"[dbo].[{table}]", columns.Split(','));

        ForeignTables.Recognise([found]).ShouldBe([new ForeignTable($"[dbo].[{table}]", tool)]);
    }

    [Fact]
    public void Table_of_the_application_is_not_taken_for_one() =>
        ForeignTables.Recognise([new FoundTable("dbo", "changelog", "[dbo].[changelog]", ["id", "text"])]).ShouldBeEmpty();
}
