namespace Drawbridge;

/// <summary>The world is broken in a way that ends this run: carries the problem that the host shows.</summary>
public sealed class DrawbridgeException(Problem problem, Exception? cause = null) : Exception(problem.Message, cause)
{
    /// <summary>What went wrong and what to do.</summary>
    public Problem Problem { get; } = problem;
}
