using System.Diagnostics;
using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Releases;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Tests.Releases;

public sealed class LoggingARun
{
    /// <summary>Compared script by script with the report before, this took minutes and an invocation has fifteen.</summary>
    [Fact]
    public void Each_of_thousands_of_scripts_is_logged_once_and_soon()
    {
        const int Many = 5000;
        using var output = new StringWriter();
        var log = new RunLog(new JsonLog(output, TimeProvider.System), new Nobody());
        var scripts = Enumerable.Range(1, Many)
            .Select(number => new ScriptResult($"migrations/shopdb/{number}_a.sql", $"{number}", "a", ScriptStatus.Pending, null, null, null))
            .ToArray();
        var started = Stopwatch.GetTimestamp();

        for (var done = 0; done < Many; done++)
        {
            scripts[done] = scripts[done] with { Status = ScriptStatus.Applied, DurationMs = 1 };
            log.Report(RunReport.Started with { Scripts = [.. scripts] });
        }

        output.ToString().Count(character => character == '\n').ShouldBe(Many);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private sealed class Nobody : IProgress<RunReport>
    {
        public void Report(RunReport value)
        {
            // Only the log counts here.
        }
    }
}
