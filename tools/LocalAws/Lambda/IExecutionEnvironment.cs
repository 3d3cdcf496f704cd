namespace Drawbridge.LocalAws.Lambda;

/// <summary>A place where the function runs, for one invocation at a time.</summary>
internal interface IExecutionEnvironment
{
    /// <summary>Whether it could start on an event at once.</summary>
    bool IsWarm { get; }

    /// <summary>Whether it went away while it had nothing to do.</summary>
    bool IsLost { get; }

    /// <summary>Whether it may be used again after an invocation.</summary>
    bool IsReusable { get; }

    /// <summary>Has the event handled and completes the invocation, whatever happens.</summary>
    Task Run(FunctionInvocation invocation, CancellationToken stopping);
}
