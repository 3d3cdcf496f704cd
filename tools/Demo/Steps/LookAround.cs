using System.Text;
using Drawbridge.Manifests;

namespace Drawbridge.Demo.Steps;

internal sealed class LookAround : IStep
{
    public string Title => "What is left to look at";

    public async Task Run(Stage stage, CancellationToken cancellationToken)
    {
        var result = stage.Platform.Results(stage.Database.Name)[^1];
        var ran = result with { Scripts = [.. result.Scripts.Where(script => script.Status != ScriptStatus.Skipped)] };
        stage.Narrator.Say(
            $"The result manifest of the failed deployment, without the {result.Scripts.Count - ran.Scripts.Count} "
            + "scripts it skipped:");
        stage.Narrator.Quote(Encoding.UTF8.GetString(ResultJson.Write(ran)));
        stage.Narrator.Say("The table drawbridge.history:");
        stage.Narrator.Table(ShopDatabase.HistoryColumns, await stage.Database.History());
        stage.Narrator.Names(
            ("repository", stage.Shop.Git.Folder),
            ("bucket", Path.Combine(stage.Folder, "buckets")),
            ("function's log", Path.Combine(stage.Folder, "function.log")),
            ("summaries", Path.Combine(stage.Folder, "runs")),
            ("to go on", "'./build.sh Up' leaves all of it running, database included"));
    }
}
