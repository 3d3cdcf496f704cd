namespace Drawbridge.Bench.Fleet;

/// <summary>What a fleet of releases took.</summary>
/// <param name="Wall">From the first release to the last answer.</param>
/// <param name="Server">The processor time of the database server.</param>
/// <param name="Functions">That of all processes of the function, from their start.</param>
/// <param name="Bench">That of this process, which plays S3 and Lambda.</param>
internal sealed record Effort(TimeSpan Wall, TimeSpan Server, TimeSpan Functions, TimeSpan Bench)
{
    /// <summary>What nobody used of the processors.</summary>
    public TimeSpan Idle { get; init; }

    private TimeSpan Machine => Wall * Environment.ProcessorCount;

    private TimeSpan All => Server + Functions + Bench;

    /// <summary>Writes who took how much of it.</summary>
    public async Task Write(TextWriter output)
    {
        (string, TimeSpan)[] three = [("PostgreSQL", Server), ("the functions", Functions), ("S3 and Lambda", Bench)];
        (string, TimeSpan)[] rest = [("others", Machine - All - Idle), ("nobody", Idle)];
        await output.WriteLineAsync("| | processor time, s | of all three | of the machine |");
        await output.WriteLineAsync("| --- | ---: | ---: | ---: |");
        foreach (var (who, time) in three)
        {
            await output.WriteLineAsync(
                $"| {who} | {time.TotalSeconds:0.00} | {time / All:0%} | {time / Machine:0%} |");
        }

        foreach (var (who, time) in rest)
        {
            await output.WriteLineAsync($"| {who} | {time.TotalSeconds:0.00} | | {time / Machine:0%} |");
        }
    }
}
