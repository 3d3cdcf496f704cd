using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>Lambda's Invoke: waiting for the answer, leaving an event, or asking whether one might.</summary>
internal sealed class InvokeApi(
    LambdaFunction function, EventDelivery delivery, LocalAwsOptions options, FunctionLog log)
{
    public const string Root = "/2015-03-31/functions/";

    private const int SynchronousLimit = 6 * 1024 * 1024;
    private const int AsynchronousLimit = 1024 * 1024;

    public Task Handle(HttpContext http)
    {
        var rest = Uri.UnescapeDataString(http.Request.Path.Value![Root.Length..]);
        var end = rest.LastIndexOf("/invocations", StringComparison.Ordinal);
        return http.Request.Method != HttpMethods.Post
            || end < 0 ? Refuse(http, 404, "UnknownOperationException", "LocalAws knows Invoke only.")
            : !http.Request.Headers.ContainsKey("Authorization") ? Refuse(
                http, 403, "MissingAuthenticationTokenException", "Missing Authentication Token")
            : !IsFunction(rest[..end]) ? Refuse(
                http, 404, "ResourceNotFoundException", $"Function not found: {rest[..end]}")
            : Invoke(http);
    }

    /// <summary>A name, a name with a qualifier, or an ARN with or without one.</summary>
    private bool IsFunction(string name)
    {
        var arn = options.Lambda.Arn(options.Region);
        return name == options.Lambda.FunctionName
            || name.StartsWith(options.Lambda.FunctionName + ':', StringComparison.Ordinal)
            || name == arn || name.StartsWith(arn + ':', StringComparison.Ordinal);
    }

    private async Task Invoke(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var payload = buffer.Length == 0 ? "{}"u8.ToArray() : buffer.ToArray();
        var kind = http.Request.Headers["X-Amz-Invocation-Type"].FirstOrDefault()
            ?? nameof(InvocationKind.RequestResponse);
        var limit = kind == nameof(InvocationKind.Event) ? AsynchronousLimit : SynchronousLimit;
        var reply = payload.Length > limit
            ? Refuse(
                http,
                413,
                "RequestTooLargeException",
                $"Request must be smaller than {limit} bytes for the Invoke operation")
            : !IsJson(payload) || !HasReadableContext(http) ? Refuse(
                http, 400, "InvalidRequestContentException", "Could not parse request body into json.")
            : kind switch
            {
                "DryRun" => Accept(http, 204, Guid.NewGuid().ToString()),
                nameof(InvocationKind.Event) => Accept(http, 202, delivery.Accept(payload, ClientContext(http))),
                nameof(InvocationKind.RequestResponse) => Wait(http, payload),
                _ => Refuse(http, 400, "InvalidParameterValueException", $"'{kind}' is no invocation type."),
            };
        await reply;
    }

    private async Task Wait(HttpContext http, ReadOnlyMemory<byte> payload)
    {
        var invocation = new FunctionInvocation(Guid.NewGuid().ToString(), payload) { ClientContext = ClientContext(http) };
        if (await Run(invocation) is not { } outcome)
        {
            await Refuse(http, 429, "TooManyRequestsException", "Rate Exceeded.");
            return;
        }

        var headers = http.Response.Headers;
        headers["x-amzn-RequestId"] = invocation.RequestId;
        headers["X-Amz-Executed-Version"] = "$LATEST";
        if (!outcome.Succeeded)
        {
            headers["X-Amz-Function-Error"] = "Unhandled";
        }

        if (http.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            headers["X-Amz-Log-Result"] = Convert.ToBase64String(log.Tail(invocation.RequestId));
        }

        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(outcome.Payload, http.RequestAborted);
    }

    /// <summary>
    /// Processes that somebody else starts get as long to appear as a start may take; Lambda's own are there or busy.
    /// </summary>
    private async Task<InvocationOutcome?> Run(FunctionInvocation invocation)
    {
        if (options.Function is not null)
        {
            return await function.TryRun(invocation);
        }

        using var patience = new CancellationTokenSource(options.Lambda.InitTimeout, options.Time);
        try
        {
            return await function.Run(invocation, patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string? ClientContext(HttpContext http)
    {
        var encoded = http.Request.Headers["X-Amz-Client-Context"].FirstOrDefault();
        return encoded is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
    }

    private static bool HasReadableContext(HttpContext http) =>
        Base64.IsValid(http.Request.Headers["X-Amz-Client-Context"].ToString());

    private static bool IsJson(byte[] payload)
    {
        try
        {
            using var parsed = JsonDocument.Parse(payload);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Task Accept(HttpContext http, int status, string requestId)
    {
        http.Response.StatusCode = status;
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext http, int status, string type, string message)
    {
        http.Response.StatusCode = status;
        http.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        http.Response.Headers["x-amzn-ErrorType"] = type;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(
            new JsonObject { ["Type"] = "User", ["Message"] = message }.ToJsonString(), http.RequestAborted);
    }
}
