using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Drawbridge.GitHubAction.Problems;

namespace Drawbridge.GitHubAction.Git;

/// <summary>
/// Runs <c>git</c>: by argument list, never through a shell; without the user's configuration of colours, pagers,
/// hooks and file monitors, which could change its output or run programs that a repository brings along.
/// </summary>
internal sealed class GitProcess(string directory)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] Isolation =
    [
        "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
        "-c", "color.ui=false", "-c", "protocol.ext.allow=never", "--no-pager", "--no-replace-objects", "--literal-pathspecs",
    ];

    /// <summary>Starts it with its input and output as pipes; the caller ends it.</summary>
    public Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", [.. Isolation, .. arguments])
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            Environment = { ["LC_ALL"] = "C", ["GIT_TERMINAL_PROMPT"] = "0", ["GIT_OPTIONAL_LOCKS"] = "0" },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new DrawbridgeException(new GitMissing(), exception);
        }
    }

    /// <summary>Runs it to its end.</summary>
    public async Task<GitAnswer> Run(CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new GitAnswer(process.ExitCode, output, (await error).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs it to its end and hands back what it printed.</summary>
    /// <exception cref="DrawbridgeException">It failed.</exception>
    public async Task<string> Ask(CancellationToken cancellationToken, params string[] arguments)
    {
        var answer = await Run(cancellationToken, arguments);
        return answer.ExitCode == 0
            ? answer.Output
            : throw new DrawbridgeException(new GitFailed(arguments[0], answer.Error));
    }
}
