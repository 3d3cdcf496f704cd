namespace Nuke.Common.Tooling;

/// <summary>A process that the build started.</summary>
public interface IProcess : IDisposable
{
    /// <summary>The program.</summary>
    string FileName { get; }

    /// <summary>Its arguments, in one line.</summary>
    string Arguments { get; }

    /// <summary>Where it runs.</summary>
    string WorkingDirectory { get; }

    /// <summary>The lines it wrote.</summary>
    IReadOnlyCollection<Output> Output { get; }

    /// <summary>Its exit code, once it ended.</summary>
    int ExitCode { get; }

    /// <summary>Waits until it ends; false when it ran into its time limit and was killed.</summary>
    bool WaitForExit();
}
