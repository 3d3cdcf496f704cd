namespace Drawbridge.LambdaFunction.Logs;

/// <summary>One line of the log. Never SQL text, a parameter, a setting's value or a connection string.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Level">How serious.</param>
/// <param name="Message">One sentence.</param>
internal sealed record LogEntry(DateTime Time, LogLevel Level, string Message)
{
    /// <summary>The invocation.</summary>
    public string? RequestId { get; init; }

    /// <summary>The release id.</summary>
    public string? Release { get; init; }

    /// <summary>The database.</summary>
    public string? Database { get; init; }

    /// <summary>A script's key.</summary>
    public string? Script { get; init; }

    /// <summary>How long it took.</summary>
    public long? DurationMs { get; init; }

    /// <summary>A problem's code.</summary>
    public string? Code { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; init; }

    /// <summary>Where an exception that nobody expected came from.</summary>
    public string? StackTrace { get; init; }
}
