namespace Nuke.Common.Execution;

internal enum ExecutionStatus
{
    Scheduled,
    NotRun,
    Skipped,
    Succeeded,
    Failed,

    /// <summary>It has no actions of its own: it only gathers others.</summary>
    Collective,
}
