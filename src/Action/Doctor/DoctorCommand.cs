using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Doctor;

/// <summary><c>drawbridge doctor</c>.</summary>
internal sealed class DoctorCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly Option<string> _function;
    private readonly Option<int> _timeout;

    public DoctorCommand(Surroundings surroundings)
        : base(
            "doctor",
            "Asks the function what keeps it from applying anything: settings, database, bucket, time, memory. Changes "
            + "nothing. Needs AWS credentials that may invoke the function, no git.")
    {
        _surroundings = surroundings;
        _function = FunctionOption.Of(
            surroundings, "The function, by name or ARN, an output of the Terraform module. Required.");
        _function.Require(name => name.Length > 0, "name the function");
        _timeout = new EnvironmentOption<int>("--timeout-seconds", surroundings, LongestSeconds)
        {
            Description = $"How long to wait for the answer; {LongestSeconds} at most.",
            HelpName = "seconds",
        };
        Options.Add(_function);
        Options.Add(_timeout);
    }

    private static int LongestSeconds => (int)FunctionDoctor.LongestPatience.TotalSeconds;

    public override IReadOnlyList<Example> Examples =>
    [
        new("doctor --function shop-migrations", "Ask a function in the region of the environment"),
        new(
            "doctor --function arn:aws:lambda:eu-central-1:123456789012:function:shop-migrations",
            "Ask one in a region of its own"),
    ];

    protected override async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var outputs = new StepOutputs(new GitHubEnvironment(_surroundings));
        try
        {
            var patience = TimeSpan.FromSeconds(Math.Clamp(parsed.GetRequiredValue(_timeout), 0, LongestSeconds));
            var report = await new FunctionDoctor(parsed.GetRequiredValue(_function), patience).Ask(cancellationToken);
            await new DoctorView(_surroundings).Show(report);
            var broken = report.Count(CheckStatus.Broken);
            await outputs.Set("result", broken > 0 ? "failed" : "succeeded");
            await outputs.Set("error-count", $"{broken}");
            await outputs.Set("warning-count", $"{report.Count(CheckStatus.Warning)}");
            return broken > 0 ? ExitCode.Failed : ExitCode.Fine;
        }
        catch (DrawbridgeException exception) when (exception.Problem is FunctionSilent)
        {
            await ProblemReport.Write(exception.Problem, _surroundings);
            await outputs.Set("result", "no-result");
            return ExitCode.NoAnswer;
        }
    }
}
