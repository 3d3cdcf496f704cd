using System.Diagnostics;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.Bench.Function;

/// <summary>
/// Times the function's start and its first release beside the start of a program that does nothing, in turns.
/// </summary>
/// <param name="hello">The program that does nothing.</param>
/// <param name="forms">The packages to compare, by a name: an assembly, or a program with the runtime inside.</param>
internal sealed class FunctionTiming(string hello, IReadOnlyList<(string Name, string Program)> forms)
{
    private const int Runs = 9;

    public async Task Run(LocalPostgres server, TextWriter output)
    {
        var hellos = new List<TimeSpan>();
        var timings = forms.Select(_ => new List<StartTiming>()).ToList();
        for (var run = 0; run < Runs; run++)
        {
            hellos.Add(await TimeHello());
            for (var form = 0; form < forms.Count; form++)
            {
                timings[form].Add(await Time(forms[form].Program, server));
            }
        }

        var least = Median(hellos);
        await output.WriteLineAsync($"{Runs} runs in turns, in ms, the median and the best; hello world: {Both(hellos)}\n");
        await output.WriteLineAsync("| package | first poll | × hello world | release to statement, cold | warm | nothing to do, warm |");
        await output.WriteLineAsync("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (form, of) in forms.Zip(timings))
        {
            var poll = of.Select(timing => timing.Poll).ToList();
            await output.WriteLineAsync(
                $"| {form.Name} | {Both(poll)} | {Median(poll) / least:0.0}, {poll.Min() / hellos.Min():0.0} "
                + $"| {Both(of.Select(timing => timing.ColdStatement))} | {Both(of.Select(timing => timing.WarmStatement))} "
                + $"| {Both(of.Select(timing => timing.NothingToDo))} |");
        }
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Runs / 2);

    private static string Both(IEnumerable<TimeSpan> times) =>
        $"{Median(times).TotalMilliseconds:0}, {times.Min().TotalMilliseconds:0}";

    private async Task<TimeSpan> TimeHello()
    {
        var clock = Stopwatch.StartNew();
        var outcome = await Subprocess.Run(Subprocess.Start(hello));
        return outcome.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException(outcome.Error);
    }

    private static async Task<StartTiming> Time(string program, LocalPostgres server)
    {
        await using var site = await Site.Open(server);
        await using var stage = await Stage.Set(site);
        stage.Add(Stage.Clock(1));
        var first = stage.Release();
        using var function = FunctionProcess.Start(program, site);
        var cold = await function.Finish(0);
        stage.Add(Stage.Clock(2));
        var second = stage.Release();
        var warm = await function.Finish(1);
        var third = stage.Release();
        var nothing = await function.Finish(2);
        _ = (stage.ResultOf(first), stage.ResultOf(second), stage.ResultOf(third));
        return new StartTiming(
            cold.Started - function.StartedAt,
            await stage.TimeOf(1) - cold.Started,
            await stage.TimeOf(2) - warm.Started,
            nothing.Ended - nothing.Started);
    }
}
