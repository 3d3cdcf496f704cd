using Drawbridge.LocalEnvironment;

namespace Drawbridge.Demo;

/// <summary>Tells a visitor where everything is and what to try.</summary>
internal sealed class VisitorGuide(Stage stage)
{
    private string VariablesFile => Path.Combine(stage.Folder, "environment.sh");

    /// <summary>Prints the addresses, and leaves the variables that the commands need in a file.</summary>
    public async Task Print(CancellationToken cancellation)
    {
        var variables = new Dictionary<string, string>(stage.Platform.ActionVariables)
        {
            ["DRAWBRIDGE_BUCKET"] = LocalPlatform.Bucket,
            ["DRAWBRIDGE_MIGRATIONS"] = LocalPlatform.Migrations,
            ["DATABASE_URL"] = stage.Platform.Postgres.Url(stage.Database.Name),
        };
        var exports = variables.Select(pair => $"export {pair.Key}={ShellQuote(pair.Value)}");
        await File.WriteAllLinesAsync(VariablesFile, [.. exports, $"drawbridge() {{ dotnet {ShellQuote(stage.Platform.ActionAssembly)} \"$@\"; }}"], cancellation);

        stage.Narrator.Title("Running until Ctrl-C");
        stage.Narrator.Names(
            ("PostgreSQL", variables["DATABASE_URL"]),
            ("S3 and Lambda", stage.Platform.Aws.Endpoint),
            ("repository", stage.Shop.Git.Folder),
            ("bucket", Path.Combine(stage.Folder, "buckets")),
            ("function's log", Path.Combine(stage.Folder, "function.log")));
        stage.Narrator.Say("Try, in another terminal:");
        stage.Narrator.Command($". {ShellQuote(VariablesFile)}; cd {ShellQuote(stage.Shop.Git.Folder)}");
        stage.Narrator.Command("psql $DATABASE_URL -c 'TABLE drawbridge.history' -c 'TABLE order_summary'");
        stage.Narrator.Command("echo 'ALTER TABLE users ADD COLUMN phone text;' > migrations/projectdb/7_add_phone.up.sql");
        stage.Narrator.Command("git add . && git commit -m 'Add phone'");
        stage.Narrator.Command("drawbridge validate --base HEAD~1 && drawbridge deploy");
    }

    private static string ShellQuote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
