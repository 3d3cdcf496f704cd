namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class UnderstandingPrivileges
{
    [Theory]
    [InlineData("GRANT ALL PRIVILEGES ON t TO PUBLIC", "Grant(All=«ALL PRIVILEGES» Grantees=[everyone] Kind=Table Objects=[t] Privileges=[all])")]
    [InlineData(
        "GRANT SELECT (a, b), UPDATE ON TABLE s.t, u TO \"public\", GROUP g WITH GRANT OPTION",
        "Grant(Grantees=[public, g] Kind=Table Objects=[s.t, u] Privileges=[select, update])")]
    [InlineData(
        "GRANT ALL ON ALL TABLES IN SCHEMA a, b TO c",
        "Grant(All=«ALL» Grantees=[c] IsWholeSchema Kind=Table Objects=[a, b] Privileges=[all])")]
    [InlineData(
        "GRANT EXECUTE ON FUNCTION s.f(int, text), g TO CURRENT_USER",
        "Grant(Grantees=[current_user] Kind=Function Objects=[s.f, g] Privileges=[execute])")]
    [InlineData("GRANT USAGE ON FOREIGN SERVER s TO r", "Grant(Grantees=[r] Kind=Server Objects=[s] Privileges=[usage])")]
    [InlineData("GRANT ALTER SYSTEM ON PARAMETER a.b TO r", "Grant(Grantees=[r] Kind=Other Objects=[a.b] Privileges=[alter system])")]
    [InlineData("GRANT a, \"B\" TO c WITH ADMIN OPTION", "Grant(Grantees=[c] Kind=Role Privileges=[a, B])")]
    [InlineData(
        "REVOKE GRANT OPTION FOR ALL ON SCHEMA s FROM PUBLIC CASCADE",
        "Revoke(All=«ALL» Grantees=[everyone] Kind=Schema Objects=[s] Privileges=[all])")]
    public void Privilege_is_told_with_who_and_what(string sql, string outline) => Outline.Of(sql).ShouldBe(outline);
}
