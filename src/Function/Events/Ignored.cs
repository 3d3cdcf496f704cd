namespace Drawbridge.LambdaFunction.Events;

/// <summary>Something that asks for nothing.</summary>
/// <param name="Reason">What it was, for the log.</param>
internal sealed record Ignored(string Reason) : EventItem;
