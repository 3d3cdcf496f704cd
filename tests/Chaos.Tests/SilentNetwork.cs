using System.Diagnostics;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.Chaos.Tests;

/// <summary>A machine's place in a network of its own (a namespace of Linux), from which it can vanish without a word.</summary>
internal sealed class SilentNetwork : IAsyncDisposable
{
    /// <summary>Where the server listens: in the range that is kept for measuring networks, so that nothing else is there.</summary>
    public const string ServerAddress = "198.18.55.1";

    private const string ClientAddress = "198.18.55.2";

    private readonly string _name = $"drawbridge-{Environment.ProcessId}";
    private readonly string _link = $"db{Environment.ProcessId}";

    private SilentNetwork()
    {
    }

    /// <summary>Lets the server's superuser in from anywhere, with its password.</summary>
    public string AccessFile { get; } = Path.Combine(Path.GetTempPath(), $"drawbridge-{Environment.ProcessId}.hba");

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? Missing()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "Only root can make a network that drops packets, on Linux.";
        }

        try
        {
            var name = $"drawbridge-try-{Environment.ProcessId}";
            return Run("ip", "netns", "add", name) && Run("ip", "netns", "delete", name)
                ? null
                : "'ip netns add' is not allowed here.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "The program 'ip' is not installed.";
        }
    }

    public static async Task<SilentNetwork> Create()
    {
        var network = new SilentNetwork();
        await File.WriteAllTextAsync(network.AccessFile, "local all all scram-sha-256\nhost all all all scram-sha-256\n");
        var (name, link) = (network._name, network._link);
        string[] steps =
        [
            $"netns add {name}",
            $"link add {link}a type veth peer name {link}b",
            $"link set {link}b netns {name}",
            $"address add {ServerAddress}/30 dev {link}a",
            $"link set {link}a up",
            $"netns exec {name} ip address add {ClientAddress}/30 dev {link}b",
            $"netns exec {name} ip link set {link}b up",
            $"netns exec {name} ip link set lo up",
        ];
        foreach (var step in steps)
        {
            Run("ip", step.Split(' ')).ShouldBeTrue(step);
        }

        return network;
    }

    /// <summary>Starts a program there.</summary>
    public Process Start(string program, params string[] arguments)
    {
        var start = Subprocess.Start(program, arguments);
        return Process.Start(new ProcessStartInfo("ip", ["netns", "exec", _name, start.FileName, .. start.ArgumentList])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>No packet comes from there or gets there any more. The server's side stays up, as a real one does.</summary>
    public void Vanish() => Run("ip", "netns", "exec", _name, "ip", "address", "flush", "dev", $"{_link}b").ShouldBeTrue();

    public ValueTask DisposeAsync()
    {
        Run("ip", "link", "delete", $"{_link}a");
        Run("ip", "netns", "delete", _name);
        File.Delete(AccessFile);
        return ValueTask.CompletedTask;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
