using Drawbridge.Scripts;

namespace Drawbridge.Tests.Scripts;

public sealed class OrderingScripts
{
    [Fact]
    public void Migrations_run_by_version_then_repeatables_by_path_and_undo_scripts_come_last()
    {
        string[] expected =
        [
            "9_a.up.sql", "sub/V10__b.sql", "10.1_c.sql", "R__a.sql", "sub/R__a.sql", "9_a.down.sql", "U10__b.sql",
        ];
        expected.Reverse()
            .Select(ScriptAt)
            .Order(ScriptOrder.Instance)
            .Select(script => script.Path)
            .ShouldBe(expected);
    }

    private static Script ScriptAt(string path)
    {
        ScriptName.TryParse(path[(path.LastIndexOf('/') + 1)..], out var name).ShouldBeTrue();
        return new Script("projectdb", path, name!, new ScriptContent("", "", "", 0));
    }
}
