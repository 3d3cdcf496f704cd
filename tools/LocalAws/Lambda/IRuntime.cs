namespace Drawbridge.LocalAws.Lambda;

/// <summary>The platform's side of the runtime API, for whoever polls one address of it.</summary>
internal interface IRuntime
{
    /// <summary>The next event, whenever it comes; null when the caller still owes an answer to the last one.</summary>
    Task<FunctionInvocation?> Next(RuntimePoll poll);

    /// <summary>Takes the answer to an invocation.</summary>
    RuntimeReply Complete(string requestId, InvocationOutcome outcome);

    /// <summary>Takes the news that the runtime could not start.</summary>
    RuntimeReply InitFailed(InvocationOutcome outcome);
}
