using System.Text;
using System.Text.Json.Nodes;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>How one attempt ended.</summary>
/// <param name="Payload">The function's answer, or the error in Lambda's JSON.</param>
/// <param name="ErrorType">The kind of error, such as <c>Runtime.ExitError</c>; null when it succeeded.</param>
public sealed record InvocationOutcome(ReadOnlyMemory<byte> Payload, string? ErrorType)
{
    /// <summary>Whether the function answered without an error.</summary>
    public bool Succeeded => ErrorType is null;

    /// <summary>The payload read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Payload.Span);

    internal static InvocationOutcome TimedOut(string requestId, TimeSpan timeout) =>
        Failed(
            "Sandbox.Timedout",
            $"RequestId: {requestId} Error: Task timed out after {timeout.TotalSeconds:F2} seconds");

    internal static InvocationOutcome Exited(string requestId, string reason) =>
        Failed("Runtime.ExitError", $"RequestId: {requestId} Error: Runtime exited with error: {reason}");

    internal static InvocationOutcome NotStarted(string requestId, string reason) =>
        Failed("Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: {reason}");

    internal static InvocationOutcome TooLarge(int size, int limit) =>
        Failed(
            "Function.ResponseSizeTooLarge",
            $"Response payload size ({size} bytes) exceeded maximum allowed payload size ({limit} bytes).");

    internal static InvocationOutcome Failed(string errorType, string message)
    {
        var error = new JsonObject { ["errorType"] = errorType, ["errorMessage"] = message };
        return new InvocationOutcome(Encoding.UTF8.GetBytes(error.ToJsonString()), errorType);
    }
}
