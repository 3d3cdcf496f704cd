namespace Drawbridge.Bench.WholePath;

/// <summary>Something that happened while <c>deploy</c> ran, or several of a kind in a row.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it was over.</param>
/// <param name="What">What it was.</param>
/// <param name="Count">How many.</param>
internal sealed record Moment(DateTimeOffset Start, DateTimeOffset End, string What, int Count = 1);
