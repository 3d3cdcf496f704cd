namespace Drawbridge.LambdaFunction.Events;

/// <summary>One thing that an event says, whatever it was wrapped in.</summary>
internal abstract record EventItem;
