using System.Diagnostics;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>How a program is called.</summary>
/// <param name="Program">Its file.</param>
/// <param name="Arguments">What it is told.</param>
internal sealed record Invocation(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables beyond those of this process.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The same, ready to be started in a folder.</summary>
    public ProcessStartInfo In(string folder)
    {
        var start = new ProcessStartInfo(Program, Arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
