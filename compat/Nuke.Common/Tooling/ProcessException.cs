namespace Nuke.Common.Tooling;

/// <summary>A process ended with an exit code that is not 0.</summary>
public class ProcessException : Exception
{
    /// <summary>Names the process and its exit code.</summary>
    public ProcessException(IProcess process)
        : base(
            $"'{Path.GetFileName(process.FileName)} {process.Arguments}' ended with exit code {process.ExitCode}; its "
            + "output above says why")
    {
    }
}
