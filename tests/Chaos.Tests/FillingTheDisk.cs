using Drawbridge.Chaos.Scripts;
using Drawbridge.LocalEnvironment;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

public sealed class FillingTheDisk
{
    /// <summary>No file of the server may grow beyond this, which it meets as it meets a full disk: a write fails.</summary>
    private const int FileLimit = 24 * 1024 * 1024;

    [PostgresFact]
    public async Task Leaves_nothing_of_the_script_and_says_why()
    {
        await using var postgres = await LocalPostgres.Start(TestMachine.Postgres with { NamedServer = null, LongestFile = FileLimit });
        await using var ground = await Ground.Start(new GroundOptions(await Published.Function), postgres);
        GeneratedScript[] scripts =
        [
            .. ScriptGenerator.Transactional(1),
            new("2_full.sql", "INSERT INTO public.ledger VALUES ('2', 1);\nCREATE TABLE public.big AS SELECT repeat('x', 1000) AS x FROM generate_series(1, 60000);\n", 1),
        ];
        await using var scene = await Scene.Begin(ground, scripts);
        var release = scene.Compose();
        scene.Put(release);
        await scene.Settle();

        var result = scene.ResultOf(release)!;
        (result.Status, result.Error!.Code, result.Attempt).ShouldBe((ResultStatus.Failed, "statement-failed", 1));
        (result.Error.Script, result.Error.Statement).ShouldBe((BucketLayout.ScriptKey(scene.Database, "2_full.sql"), 2));
        result.Error.Message.ShouldContain("could not extend file");
        result.Error.Message.ShouldContain("nothing of it is left in the database");
        result.Error.Remedy.ShouldContain("The script may stay as it is");
        result.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Applied, ScriptStatus.Failed]);
        (await scene.Ask("SELECT script FROM public.ledger")).ShouldBe(["1", "1"]);
        (await scene.Ask("SELECT path, state FROM drawbridge.history")).ShouldBe(["1_table.sql applied"]);
        (await scene.Ask("SELECT 1 WHERE to_regclass('public.big') IS NOT NULL")).ShouldBeEmpty();
    }
}
