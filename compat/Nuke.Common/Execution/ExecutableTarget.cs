namespace Nuke.Common.Execution;

/// <summary>A target of one build, its definition read, and what became of it.</summary>
internal sealed class ExecutableTarget(string name, Target factory, TargetDefinition definition)
{
    public string Name { get; } = name;

    /// <summary>What other definitions name this target by.</summary>
    public Target Factory { get; } = factory;

    public TargetDefinition Definition { get; } = definition;

    public bool IsDefault { get; init; }

    public bool IsInvoked { get; set; }

    public ExecutionStatus Status { get; set; } = ExecutionStatus.Scheduled;

    /// <summary>Why it was skipped.</summary>
    public string? Reason { get; set; }

    public TimeSpan Duration { get; set; }

    public List<ExecutableTarget> Dependencies { get; } = [];

    public List<ExecutableTarget> Triggers { get; } = [];

    /// <summary>Everything that runs before this target when it runs too.</summary>
    public List<ExecutableTarget> Predecessors { get; } = [];
}
