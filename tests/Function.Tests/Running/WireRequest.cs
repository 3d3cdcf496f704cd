namespace Drawbridge.LambdaFunction.Tests.Running;

/// <summary>What the function sent to the runtime API.</summary>
internal sealed record WireRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body);
