#nullable disable // as the package that this stands in for

using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One event and what came with it.</summary>
internal sealed record Invocation(Stream Event, ILambdaContext Context, string TraceId);
