namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class UnderstandingSettings
{
    [Theory]
    [InlineData(
        "SELECT pg_catalog.set_config('search_path', '', false), set_config('a.B', x || 'c', true)",
        "Select(Settings=[SettingChange(Name=search_path Value=), SettingChange(IsLocal Name=a.b Value=x || 'c')])")]
    [InlineData("SET search_path TO a, \"B\", 'c'", "SetSetting(Setting=SettingChange(Name=search_path Value=a, \"B\", 'c'))")]
    [InlineData("SET LOCAL lock_timeout = '5s'", "SetSetting(Setting=SettingChange(IsLocal Name=lock_timeout Value=5s))")]
    [InlineData("SET SESSION a.B = -1", "SetSetting(Setting=SettingChange(Name=a.b Value=-1))")]
    [InlineData("SET x TO DEFAULT", "SetSetting(Setting=SettingChange(Name=x))")]
    [InlineData("SET ROLE r", "SetSetting(Setting=SettingChange(Name=role Value=r))")]
    [InlineData("SET LOCAL ROLE NONE", "SetSetting(Setting=SettingChange(IsLocal Name=role Value=NONE))")]
    [InlineData("SET SESSION AUTHORIZATION 'x'", "SetSetting(Setting=SettingChange(Name=session_authorization Value=x))")]
    [InlineData("SET TIME ZONE INTERVAL '1' HOUR", "SetSetting(Setting=SettingChange(Name=timezone Value=INTERVAL '1'))")]
    [InlineData("SET NAMES 'utf8'", "SetSetting(Setting=SettingChange(Name=client_encoding Value=utf8))")]
    [InlineData("SET SCHEMA 's'", "SetSetting(Setting=SettingChange(Name=search_path Value=s))")]
    [InlineData("SET XML OPTION DOCUMENT", "SetSetting(Setting=SettingChange(Name=xmloption Value=DOCUMENT))")]
    [InlineData("SET CONSTRAINTS ALL DEFERRED", "SetConstraints")]
    [InlineData("RESET ALL", "ResetSetting(Name=all)")]
    [InlineData("RESET SESSION AUTHORIZATION", "ResetSetting(Name=session_authorization)")]
    [InlineData("RESET lock_timeout", "ResetSetting(Name=lock_timeout)")]
    public void Setting_is_told_by_its_own_name(string sql, string outline) => Outline.Of(sql).ShouldBe(outline);
}
