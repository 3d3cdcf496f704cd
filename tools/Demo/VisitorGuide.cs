using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Shop;

namespace Drawbridge.Demo;

/// <summary>Tells a visitor where everything is and what to try.</summary>
internal sealed class VisitorGuide(Stage stage)
{
    private string VariablesFile => Path.Combine(stage.Folder, "environment.sh");

    /// <summary>Shows where the demo's shop is, and what to do with it.</summary>
    public async Task ShowTheShop()
    {
        await ShowSurroundings(stage.Database.Name, ("repository", stage.Shop.Git.Folder));
        stage.Narrator.Command($". {ShellQuote(VariablesFile)}; cd {ShellQuote(stage.Shop.Git.Folder)}");
        stage.Narrator.Command("psql $DATABASE_URL -c 'TABLE drawbridge.history' -c 'TABLE order_summary'");
        stage.Narrator.Command(
            "echo 'ALTER TABLE users ADD COLUMN phone text;' > migrations/projectdb/7_add_phone.up.sql");
        stage.Narrator.Command(
            "echo 'ALTER TABLE users DROP COLUMN phone;' > migrations/projectdb/7_add_phone.down.sql");
        stage.Narrator.Command("git add . && git commit -m 'Add phone'");
        stage.Narrator.Command("drawbridge validate --base HEAD~1 && drawbridge plan && drawbridge deploy");
        stage.Narrator.Command("drawbridge undo --database projectdb --to 6");
        stage.Narrator.Command("drawbridge status && drawbridge doctor");
    }

    /// <summary>Shows how a repository of one's own begins.</summary>
    public async Task ShowAnEmptyServer()
    {
        await ShowSurroundings(ShopDatabases.AsWritten.Root);
        stage.Narrator.Command($". {ShellQuote(VariablesFile)}");
        stage.Narrator.Command("git init -b main ~/shop && cd ~/shop");
        stage.Narrator.Command("drawbridge init --database shop");
        stage.Narrator.Command("git add . && git commit -m 'Begin'");
        stage.Narrator.Command("drawbridge plan && drawbridge deploy");
    }

    /// <summary>Prints the addresses, and leaves the variables that the commands need in a file.</summary>
    private async Task ShowSurroundings(string database, params (string Name, string Value)[] repository)
    {
        var variables = new Dictionary<string, string>(stage.Platform.ActionVariables)
        {
            ["DRAWBRIDGE_BUCKET"] = LocalPlatform.Bucket,
            ["DRAWBRIDGE_FUNCTION"] = LocalPlatform.Function,
            ["DRAWBRIDGE_MIGRATIONS"] = LocalPlatform.Migrations,
            ["DATABASE_URL"] = stage.Platform.Postgres.Url(database),
        };
        await WriteVariables(variables);

        stage.Narrator.Title("Running until Ctrl-C");
        stage.Narrator.Names(
        [
            ("PostgreSQL", variables["DATABASE_URL"]),
            ("S3 and Lambda", stage.Platform.Aws.Endpoint),
            .. repository,
            ("bucket", Path.Combine(stage.Folder, "buckets")),
            ("function's log", Path.Combine(stage.Folder, "function.log")),
        ]);
        stage.Narrator.Say("Try, in another terminal:");
    }

    private async Task WriteVariables(Dictionary<string, string> variables)
    {
        File.Delete(VariablesFile);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // A named server's password is in it.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new StreamWriter(VariablesFile, options);
        foreach (var (name, value) in variables)
        {
            await file.WriteLineAsync($"export {name}={ShellQuote(value)}");
        }

        await file.WriteLineAsync($"drawbridge() {{ dotnet {ShellQuote(stage.Platform.ActionAssembly)} \"$@\"; }}");
    }

    private static string ShellQuote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
