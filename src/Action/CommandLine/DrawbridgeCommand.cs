using System.CommandLine;
using Drawbridge.Problems;

namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>One command of the program: its options are fields, and this is how it runs.</summary>
internal abstract class DrawbridgeCommand : Command
{
    protected DrawbridgeCommand(string name, string description)
        : base(name, description) =>
        SetAction(async (parsed, cancellationToken) => (int)await RunUntilCancelled(parsed, cancellationToken));

    /// <summary>Whole command lines with what they do, for the help.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>Does the work for another command that was asked.</summary>
    public Task<ExitCode> RunParsed(ParseResult parsed, CancellationToken cancellationToken) =>
        Run(parsed, cancellationToken);

    /// <summary>Does the work.</summary>
    /// <exception cref="DrawbridgeException">The world is broken in a way that ends this run.</exception>
    protected abstract Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>What must say more than that nothing was changed says it by itself.</summary>
    private async Task<ExitCode> RunUntilCancelled(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await Run(parsed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new DrawbridgeException(Cancelled.Looking);
        }
    }
}
