namespace Drawbridge.Bench.WholePath;

/// <summary>The same scripts applied twice, each time in a fresh database.</summary>
/// <param name="Deploy">From the start of <c>deploy</c> to its end.</param>
/// <param name="Database">From the start of psql to its end.</param>
internal sealed record PathTurn(TimeSpan Deploy, TimeSpan Database)
{
    /// <summary>How much more the whole path took.</summary>
    public TimeSpan Above => Deploy - Database;
}
