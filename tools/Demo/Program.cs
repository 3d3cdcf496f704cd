using System.Collections;
using System.CommandLine;
using Drawbridge.Demo;
using Drawbridge.LocalEnvironment;
using Spectre.Console;

var function = new Option<FileInfo>("--function") { Description = "The function, published or packaged", Required = true };
function.AcceptExistingOnly();
var action = new Option<FileInfo>("--action") { Description = "The action, published or packaged", Required = true };
action.AcceptExistingOnly();
var directory = new Option<DirectoryInfo>("--directory") { Description = "Where the files of the demo are left", Required = true };
var empty = new Option<bool>("--empty") { Description = "Deploys nothing, for a repository of your own" };

var demo = new Command("demo", "Shows the path of a change: validated, merged, deployed, and one that fails.") { function, action, directory };
var up = new Command("up", "Deploys the shop and leaves everything running until Ctrl-C.") { function, action, directory, empty };
demo.SetAction((parsed, cancellationToken) => Run(parsed, Performance.Show, cancellationToken));
up.SetAction((parsed, cancellationToken) =>
    Run(parsed, parsed.GetValue(empty) ? Performance.KeepEmpty : Performance.KeepRunning, cancellationToken));
var farewell = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) };
return await new RootCommand("Drawbridge on this machine.") { demo, up }.Parse(args).InvokeAsync(farewell);

Task<int> Run(ParseResult parsed, Func<Stage, CancellationToken, Task> performance, CancellationToken cancellationToken)
{
    var folder = parsed.GetRequiredValue(directory).FullName;
    var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
    var options = new LocalPlatformOptions(
        parsed.GetRequiredValue(function).FullName, parsed.GetRequiredValue(action).FullName, folder);
    // What is downloaded is kept beside the demo's own folder, which is emptied each time.
    var postgres = LocalPostgresOptions.From(environment, Path.GetDirectoryName(folder) ?? folder);
    return new Performance(options, postgres, new Narrator(AnsiConsole.Console)).Run(performance, cancellationToken);
}
