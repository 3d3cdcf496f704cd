using Drawbridge.LocalAws.S3;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Faults;

/// <summary>Stands before S3 and spoils the requests that a fault concerns.</summary>
internal sealed class FaultyStorage(FaultQueue<StorageFault> faults, TimeProvider time)
{
    /// <summary>Has a request carried out, or not.</summary>
    /// <exception cref="S3Exception">The fault is an error that S3 answers.</exception>
    public Task Pass(S3Request request, Func<Task> serve)
    {
        var http = request.Http.HttpContext;
        var fault = faults.Take(fault => Concerns(fault, request));
        return fault?.Failure switch
        {
            null => serve(),
            StorageFailure.SlowDown => throw new S3Exception(S3Error.SlowDown),
            StorageFailure.Denied => throw new S3Exception(S3Error.AccessDenied),
            StorageFailure.ConditionLost => throw new S3Exception(S3Error.PreconditionFailed),
            StorageFailure.Delayed => Delay(fault.Delay, http, serve),
            StorageFailure.Silent => Task.Delay(Timeout.Infinite, http.RequestAborted),
            StorageFailure.CutOff when HttpMethods.IsPut(http.Request.Method) => BreakUpload(http),
            StorageFailure.AnswerLost => Answer(http, serve, share: 0, isBroken: true),
            StorageFailure.CutOff => Answer(http, serve, share: 0.5, isBroken: true),
            _ => Answer(http, serve, share: 0.5, isBroken: false),
        };
    }

    private static bool Concerns(StorageFault fault, S3Request request) =>
        (fault.Method is null || HttpMethods.Equals(fault.Method, request.Http.Method))
        && request.Key.StartsWith(fault.KeyPrefix, StringComparison.Ordinal)
        && (fault.Failure != StorageFailure.ConditionLost || IsConditionalWrite(request.Http));

    private static bool IsConditionalWrite(HttpRequest http) =>
        HttpMethods.IsPut(http.Method) && (http.Headers.IfMatch.Count > 0 || http.Headers.IfNoneMatch.Count > 0);

    private async Task Delay(TimeSpan delay, HttpContext http, Func<Task> serve)
    {
        await Task.Delay(delay, time, http.RequestAborted);
        await serve();
    }

    private static async Task BreakUpload(HttpContext http)
    {
        var half = new byte[(http.Request.ContentLength ?? 0) / 2];
        await http.Request.Body.ReadExactlyAsync(half, http.RequestAborted);
        http.Abort();
    }

    private static async Task Answer(HttpContext http, Func<Task> serve, double share, bool isBroken)
    {
        await using var held = new HeldAnswer(http);
        await serve();
        var part = (int)(held.Length * share);
        if (!isBroken)
        {
            http.Response.ContentLength = part;
            held.Disguise();
        }

        if (!isBroken || part > 0)
        {
            await held.Send(part);
        }

        if (isBroken)
        {
            http.Abort();
        }
    }
}
