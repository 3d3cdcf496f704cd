using System.Text;
using Nuke.Common.Execution;

namespace Nuke.Common.Output;

/// <summary>What became of each target, and how long it took.</summary>
internal static class Summary
{
    private const int StatusWidth = 12;
    private const int DurationWidth = 8;

    public static void Write(IReadOnlyList<ExecutableTarget> plan)
    {
        var nameWidth = plan.Max(target => target.Name.Length) + 4;
        var width = nameWidth + StatusWidth + DurationWidth;
        var text = new StringBuilder("\n");
        text.Append('═', width).Append('\n');
        text.Append("Target".PadRight(nameWidth)).Append("Status".PadRight(StatusWidth)).Append("Duration\n");
        text.Append('─', width).Append('\n');
        foreach (var target in plan)
        {
            text.Append(target.Name.PadRight(nameWidth)).Append(Status(target).PadRight(StatusWidth));
            text.Append(Duration(target).PadLeft(DurationWidth)).Append(Reason(target)).Append('\n');
        }

        text.Append('─', width).Append('\n');
        var total = TimeSpan.FromTicks(plan.Sum(target => target.Duration.Ticks));
        text.Append("Total".PadRight(nameWidth + StatusWidth)).Append(Text(total).PadLeft(DurationWidth)).Append('\n');
        text.Append('═', width).Append('\n');
        Console.WriteLine(text.Append(Outcome(plan)));
    }

    private static string Status(ExecutableTarget target) =>
        target.Status is ExecutionStatus.NotRun or ExecutionStatus.Scheduled ? "NotRun" : target.Status.ToString();

    private static string Duration(ExecutableTarget target) =>
        target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed ? Text(target.Duration) : "";

    private static string Text(TimeSpan duration) =>
        duration.TotalSeconds < 1 ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration.Seconds:00}";

    private static string Reason(ExecutableTarget target) => target.Reason is null ? "" : $"   // {target.Reason}";

    private static string Outcome(IReadOnlyList<ExecutableTarget> plan)
    {
        var failed = plan.Where(target => target.Status == ExecutionStatus.Failed)
            .Select(target => $"'{target.Name}'")
            .ToList();
        return failed.Count == 0 ? "\nBuild succeeded.\n" : $"\nBuild failed: {string.Join(", ", failed)}.\n";
    }
}
