namespace Drawbridge.LocalAws.Lambda;

/// <summary>One line that the function wrote to its output or its error output.</summary>
/// <param name="Stream">The log stream: one for each process.</param>
/// <param name="RequestId">The invocation it was handling; null while it started or idled.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record FunctionLogLine(string Stream, string? RequestId, string Text);
