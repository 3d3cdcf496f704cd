namespace Drawbridge.Demo;

/// <summary>Something is not as the demo says it is.</summary>
internal sealed class DemoException(string message) : Exception(message);
