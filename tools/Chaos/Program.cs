using System.Collections;
using System.CommandLine;
using Drawbridge.Chaos;
using Drawbridge.LocalEnvironment;

var function = new Option<FileInfo>("--function") { Description = "The function, published or packaged", Required = true };
function.AcceptExistingOnly();
var directory = new Option<DirectoryInfo>("--directory") { Description = "Where the log of a failed round is left", Required = true };
var seed = new Option<int>("--seed") { Description = "Decides scripts and faults", DefaultValueFactory = _ => 1 };
var minutes = new Option<double>("--minutes") { Description = "After which no round begins", DefaultValueFactory = _ => 5 };
var sweep = new Option<bool>("--sweep") { Description = "Only kill the function at each moment of one release" };
var moment = new Option<int?>("--moment") { Description = "Only kill it at this moment" };
var round = new Option<int?>("--round") { Description = "Only this round" };

var command = new RootCommand("Breaks everything around the function, again and again, and judges what is left.")
{
    function, directory, seed, minutes, sweep, moment, round,
};
command.SetAction((parsed, cancellationToken) => Run(parsed, cancellationToken));
return await command.Parse(args).InvokeAsync();

async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
{
    var folder = parsed.GetRequiredValue(directory).FullName;
    var options = new CampaignOptions(
        parsed.GetRequiredValue(function).FullName, parsed.GetValue(seed), TimeSpan.FromMinutes(parsed.GetValue(minutes)))
    {
        IsSweepOnly = parsed.GetValue(sweep),
        Moment = parsed.GetValue(moment),
        Round = parsed.GetValue(round),
        LogFile = Path.Combine(Directory.CreateDirectory(folder).FullName, "function.log"),
    };
    var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
    try
    {
        await using var postgres = await LocalPostgres.Start(
            LocalPostgresOptions.From(environment, Path.GetDirectoryName(folder) ?? folder), cancellationToken);
        return await new Campaign(options, postgres, Console.Out).Run(cancellationToken) ? 0 : 1;
    }
    catch (LocalEnvironmentException problem)
    {
        await Console.Error.WriteLineAsync(problem.Message);
        return 1;
    }
}
