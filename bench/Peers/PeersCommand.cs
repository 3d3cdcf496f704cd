using System.CommandLine;
using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Runs;
using Drawbridge.Bench.Peers.Tools;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Bench.Peers;

/// <summary><c>peers</c>: applies the same scripts with all tools that are here.</summary>
internal sealed class PeersCommand : Command
{
    private readonly Argument<FileInfo> _program = new("program") { Description = "The action as it is packaged." };
    private readonly Argument<DirectoryInfo> _folder = new("folder") { Description = "Where corpora and results go." };
    private readonly Option<string[]> _corpora = List<string>("--corpus", "The corpora.", [.. Corpus.Names]);
    private readonly Option<int[]> _sizes = List("--sizes", "How many scripts.", 10, 200, 1000, 5000);
    private readonly Option<int[]> _latencies = List("--latency", "What a round trip takes more, in milliseconds.", 0);
    private readonly Option<string[]> _tools = List<string>("--tools", "Only these tools; all by default.");
    private readonly Option<int> _runs = One("--runs", "How often each tool has its turn.", 5);
    private readonly Option<int> _limit = One("--limit", "The longest that a run may take, in seconds.", 120);

    public PeersCommand()
        : base("peers", "Applies the same scripts with Drawbridge, with psql, and with the peers that are installed.")
    {
        _program.AcceptExistingOnly();
        _corpora.AcceptOnlyFromAmong([.. Corpus.Names]);
        Arguments.Add(_program);
        Arguments.Add(_folder);
        Array.ForEach<Option>([_corpora, _sizes, _latencies, _tools, _runs, _limit], Options.Add);
        SetAction((parsed, _) => Compare(parsed));
    }

    private static Option<T[]> List<T>(string name, string description, params T[] usual) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => usual,
    };

    private static Option<int> One(string name, string description, int usual) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
    };

    private async Task Compare(ParseResult parsed)
    {
        var plan = Read(parsed);
        var postgres = BenchServer.Options(plan.Folder);
        var wanted = parsed.GetRequiredValue(_tools);
        await using var server = await LocalPostgres.Start(postgres);
        // What Debian puts on the path as psql is a script that looks for it, which takes longer than ten migrations.
        var programs = new Programs(
            $"{server.BinDirectory}{Path.PathSeparator}{postgres.SearchPath}",
            Path.Combine(plan.Folder, "peers", "node_modules"));
        var offers = new Toolbox(programs, parsed.GetRequiredValue(_program).FullName).Offers
            .Where(offer => wanted.Length == 0 || wanted.Contains(offer.Name))
            .ToList();

        var name = $"peers-{DateTime.UtcNow:yyyyMMdd'T'HHmmss'Z'}";
        await using var report = new Report(Path.Combine(plan.Folder, "results"), name, Console.WriteLine);
        await Heading.Write(report, server, offers, plan);
        await new Comparison(server, [.. offers.Select(offer => offer.Tool).OfType<ITool>()], plan, report).Run();
    }

    private Plan Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_folder).FullName,
        parsed.GetRequiredValue(_corpora),
        parsed.GetRequiredValue(_sizes),
        parsed.GetRequiredValue(_latencies),
        parsed.GetRequiredValue(_runs),
        TimeSpan.FromSeconds(parsed.GetRequiredValue(_limit)));
}
