#nullable disable // as published: the package has no nullable annotations

namespace Amazon.Lambda.Core;

/// <summary>What the platform says about the current invocation.</summary>
public interface ILambdaContext
{
    /// <summary>Names the invocation; its retries carry the same id.</summary>
    string AwsRequestId { get; }

    /// <summary>Where this process logs; may be null.</summary>
    string LogStreamName { get; }

    /// <summary>Time until the platform kills the process.</summary>
    TimeSpan RemainingTime { get; }
}
