using Drawbridge.Engine.SqlServer;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Engine.Tests.SqlServer;

public sealed class ClearingAway
{
    [Theory]
    [InlineData("SET IDENTITY_INSERT dbo.a ON;\nGO\nset identity_insert DBO.A on", "IF OBJECT_ID(N'dbo.a') IS NOT NULL SET IDENTITY_INSERT dbo.a OFF;")]
    [InlineData("SET IDENTITY_INSERT [my table] ON", "IF OBJECT_ID(N'[my table]') IS NOT NULL SET IDENTITY_INSERT [my table] OFF;")]
    [InlineData("DECLARE c SCROLL CURSOR FOR SELECT 1", "IF CURSOR_STATUS('global', N'c') > -3 DEALLOCATE GLOBAL c;")]
    [InlineData("DECLARE [it's] CURSOR FOR SELECT 1", "IF CURSOR_STATUS('global', N'it''s') > -3 DEALLOCATE GLOBAL [it's];")]
    public void What_a_script_may_leave_is_taken_back(string script, string sql) =>
        Leftovers.CleanUp(SqlServerReader.Read(script)).ShouldBe(sql);

    [Theory]
    [InlineData("SET IDENTITY_INSERT dbo.a OFF")]
    [InlineData("DECLARE @c CURSOR")]
    [InlineData("CREATE TABLE cursor_log (id int)")]
    public void What_leaves_nothing_costs_nothing(string script) => Leftovers.CleanUp(SqlServerReader.Read(script)).ShouldBeEmpty();
}
