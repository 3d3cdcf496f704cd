#nullable disable // as the package that this stands in for

using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context of one invocation, from its headers and the environment.</summary>
internal sealed record InvocationContext(string AwsRequestId, DateTimeOffset Deadline) : ILambdaContext
{
    public string LogStreamName => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME");

    public TimeSpan RemainingTime => Deadline - DateTimeOffset.UtcNow;
}
