using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>The runtime API over HTTP: what a function's process polls and answers to.</summary>
internal sealed partial class RuntimeApi(string functionArn)
{
    public const string Root = "/" + Version + "/";

    private const string Version = "2018-06-01";

    private const int ResponseLimit = (6 * 1024 * 1024) + 100;

    /// <summary>Answers one request; without a runtime there is nobody whom this address belongs to.</summary>
    public Task Handle(HttpContext http, IRuntime? runtime)
    {
        var segments = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (http.Request.Method, segments) switch
        {
            ("GET", [Version, "runtime", "invocation", "next"]) when runtime is not null => Next(http, runtime),
            ("POST", [Version, "runtime", "invocation", var id, "response"]) when runtime is not null =>
                Respond(http, runtime, id),
            ("POST", [Version, "runtime", "invocation", var id, "error"]) when runtime is not null =>
                Fail(http, runtime, id),
            ("POST", [Version, "runtime", "init", "error"]) when runtime is not null => InitFailed(http, runtime),
            _ => Refuse(http, StatusCodes.Status404NotFound, "NotFound"),
        };
    }

    private async Task Next(HttpContext http, IRuntime runtime)
    {
        FunctionInvocation? invocation;
        try
        {
            invocation = await runtime.Next(new RuntimePoll(http));
        }
        catch (OperationCanceledException)
        {
            http.Abort();
            return;
        }

        if (invocation is null)
        {
            await Refuse(http, StatusCodes.Status403Forbidden, "InvalidStateTransition");
            return;
        }

        Describe(invocation, http.Response.Headers);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = invocation.Payload.Length;
        await http.Response.Body.WriteAsync(invocation.Payload, CancellationToken.None);
        if (http.RequestAborted.IsCancellationRequested)
        {
            invocation.Complete(InvocationOutcome.Exited(invocation.RequestId, "the poll was given up"));
        }
    }

    private void Describe(FunctionInvocation invocation, IHeaderDictionary headers)
    {
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds()
            .ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = functionArn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        if (invocation.ClientContext is { } context)
        {
            headers["Lambda-Runtime-Client-Context"] = context;
        }
    }

    private static async Task Respond(HttpContext http, IRuntime runtime, string requestId)
    {
        var payload = await ReadBody(http);
        if (payload.Length <= ResponseLimit)
        {
            await Answer(http, runtime.Complete(requestId, new InvocationOutcome(payload, ErrorType: null)));
            return;
        }

        var reply = runtime.Complete(requestId, InvocationOutcome.TooLarge(payload.Length, ResponseLimit));
        await (reply == RuntimeReply.Accepted
            ? Refuse(http, StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge")
            : Answer(http, reply));
    }

    private static async Task Fail(HttpContext http, IRuntime runtime, string requestId) =>
        await Answer(http, runtime.Complete(requestId, await ReadError(http)));

    private static async Task InitFailed(HttpContext http, IRuntime runtime) =>
        await Answer(http, runtime.InitFailed(await ReadError(http)));

    /// <summary>A body that can't be read is replaced by one made from the header, as Lambda does.</summary>
    private static async Task<InvocationOutcome> ReadError(HttpContext http)
    {
        var header = http.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        var type = ErrorType().IsMatch(header) ? header
            : header.StartsWith("Function.", StringComparison.Ordinal) ? "Function.Unknown"
            : "Runtime.Unknown";
        var payload = await ReadBody(http);
        try
        {
            using var parsed = JsonDocument.Parse(payload);
            return new InvocationOutcome(payload, type);
        }
        catch (JsonException)
        {
            return InvocationOutcome.Failed(type, "");
        }
    }

    private static async Task<byte[]> ReadBody(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return buffer.ToArray();
    }

    private static Task Answer(HttpContext http, RuntimeReply reply) => reply switch
    {
        RuntimeReply.InvalidRequestId => Refuse(http, StatusCodes.Status400BadRequest, "InvalidRequestID"),
        RuntimeReply.InvalidStateTransition => Refuse(http, StatusCodes.Status403Forbidden, "InvalidStateTransition"),
        _ => Write(http, StatusCodes.Status202Accepted, new JsonObject { ["status"] = "OK" }),
    };

    private static Task Refuse(HttpContext http, int status, string type) =>
        Write(
            http,
            status,
            new JsonObject { ["errorType"] = type, ["errorMessage"] = $"{http.Request.Method} {http.Request.Path}" });

    private static Task Write(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    [GeneratedRegex(@"^(Runtime|Function)\.[A-Z][a-zA-Z]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorType();
}
