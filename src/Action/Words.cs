namespace Drawbridge.GitHubAction;

/// <summary>Numbers as people say them.</summary>
internal static class Words
{
    /// <summary><c>1 script</c>, <c>2 scripts</c>.</summary>
    public static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Milliseconds below a second, then seconds, then minutes.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => $"{duration.TotalMilliseconds:0} ms",
        { TotalMinutes: < 1 } => $"{duration.TotalSeconds:0.0} s",
        _ => $"{(int)duration.TotalMinutes} min {duration.Seconds} s",
    };
}
