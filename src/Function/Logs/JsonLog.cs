using Drawbridge.LambdaFunction.Metrics;

namespace Drawbridge.LambdaFunction.Logs;

/// <summary>Writes one JSON object a line, which the platform keeps as one log event.</summary>
/// <param name="output">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class JsonLog(TextWriter output, TimeProvider time)
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    /// <summary>What every line of this log says besides its message.</summary>
    public LogEntry Common { get; private init; } = new(default, LogLevel.Info, "");

    /// <summary>The same log for one invocation.</summary>
    public JsonLog For(Invocation invocation) => With(Common with { RequestId = invocation.RequestId });

    /// <summary>The same log for one release.</summary>
    public JsonLog For(string release, string database) => With(Common with { Release = release, Database = database });

    /// <summary>Work goes on as it should.</summary>
    public void Info(string message) => Write(Common with { Message = message });

    /// <summary>Something deserves a look.</summary>
    public void Warning(string message) => Write(Common with { Level = LogLevel.Warning, Message = message });

    /// <summary>Someone has to act.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="stackTrace">Of an exception that nobody expected.</param>
    public void Error(Problem problem, string? stackTrace = null) => Write(Common with
    {
        Level = LogLevel.Error,
        Message = problem.Message,
        Code = problem.Code,
        Remedy = problem.Remedy,
        StackTrace = stackTrace,
    });

    /// <summary>Writes a line whose time is now.</summary>
    public void Write(LogEntry entry) => _output.WriteLine(LogLine.Of(entry with { Time = time.GetUtcNow().UtcDateTime }));

    /// <summary>Writes numbers for CloudWatch, of now.</summary>
    public void Write(ReleaseMetrics metrics) => _output.WriteLine(metrics.LineAt(time.GetUtcNow()));

    private JsonLog With(LogEntry common) => new(_output, time) { Common = common };
}
