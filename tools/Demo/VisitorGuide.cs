using Drawbridge.LocalEnvironment;

namespace Drawbridge.Demo;

/// <summary>Tells a visitor where everything is and what to try.</summary>
internal sealed class VisitorGuide(Stage stage)
{
    private string VariablesFile => Path.Combine(stage.Folder, "environment.sh");

    /// <summary>Prints the addresses, and leaves the variables that the commands need in a file.</summary>
    public async Task Print()
    {
        var variables = new Dictionary<string, string>(stage.Platform.ActionVariables)
        {
            ["DRAWBRIDGE_BUCKET"] = LocalPlatform.Bucket,
            ["DRAWBRIDGE_FUNCTION"] = LocalPlatform.Function,
            ["DRAWBRIDGE_MIGRATIONS"] = LocalPlatform.Migrations,
            ["DATABASE_URL"] = stage.Platform.Postgres.Url(stage.Database.Name),
        };
        await WriteVariables(variables);

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
        stage.Narrator.Command(
            "echo 'ALTER TABLE users ADD COLUMN phone text;' > migrations/projectdb/7_add_phone.up.sql");
        stage.Narrator.Command(
            "echo 'ALTER TABLE users DROP COLUMN phone;' > migrations/projectdb/7_add_phone.down.sql");
        stage.Narrator.Command("git add . && git commit -m 'Add phone'");
        stage.Narrator.Command("drawbridge validate --base HEAD~1 && drawbridge plan && drawbridge deploy");
        stage.Narrator.Command("drawbridge undo --database projectdb --to 6");
        stage.Narrator.Command("drawbridge status && drawbridge doctor");
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
