#nullable disable // as the package that this stands in for

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The four calls of the Lambda runtime API that a function needs.</summary>
internal sealed class RuntimeApiClient : IDisposable
{
    // The platform freezes the process inside this request, so hours may pass before it is answered.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private readonly HttpClient _http = new() { BaseAddress = Address(), Timeout = LongestWait };

    /// <summary>Waits for the next invocation.</summary>
    public async Task<Invocation> Next(CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync("runtime/invocation/next", cancellationToken);
        await Expect(HttpStatusCode.OK, response);
        var requestId = Header(response, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new InvalidOperationException("The Lambda runtime API sent an invocation without a request id.");
        var context = new InvocationContext(requestId, Deadline(Header(response, "Lambda-Runtime-Deadline-Ms")));
        var body = new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return new Invocation(body, context, Header(response, "Lambda-Runtime-Trace-Id"));
    }

    /// <summary>Answers an invocation.</summary>
    public async Task Respond(string requestId, Stream output)
    {
        await using var body = output ?? Stream.Null;
        using var content = new StreamContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync($"runtime/invocation/{requestId}/response", content);
        await Expect(HttpStatusCode.Accepted, response);
    }

    /// <summary>Reports that an invocation failed, so that the platform tries again.</summary>
    public async Task Fail(string requestId, Exception exception)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"runtime/invocation/{requestId}/error");
        request.Headers.Add("Lambda-Runtime-Function-Error-Type", exception.GetType().Name);
        request.Content = new StringContent(Describe(exception));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        using var response = await _http.SendAsync(request);
        await Expect(HttpStatusCode.Accepted, response);
    }

    public void Dispose() => _http.Dispose();

    private static Uri Address()
    {
        var host = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")
            ?? throw new InvalidOperationException(
                "'AWS_LAMBDA_RUNTIME_API' is not set: this program runs inside AWS Lambda.");
        return new Uri($"http://{host}/2018-06-01/");
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    private static DateTimeOffset Deadline(string milliseconds) =>
        long.TryParse(milliseconds, CultureInfo.InvariantCulture, out var epoch)
            ? DateTimeOffset.FromUnixTimeMilliseconds(epoch)
            : DateTimeOffset.MaxValue;

    private static string Describe(Exception exception) => new JsonObject
    {
        ["errorType"] = exception.GetType().Name,
        ["errorMessage"] = exception.Message,
        ["stackTrace"] = new JsonArray([.. Lines(exception.StackTrace).Select(line => JsonValue.Create(line.Trim()))]),
    }.ToJsonString();

    private static string[] Lines(string stackTrace) => (stackTrace ?? "").Split('\n');

    /// <summary>Anything else means that platform and process disagree: the process ends and gets replaced.</summary>
    private static async Task Expect(HttpStatusCode expected, HttpResponseMessage response)
    {
        if (response.StatusCode != expected)
        {
            var body = await response.Content.ReadAsStringAsync();
            throw new HttpRequestException($"The Lambda runtime API answered {(int)response.StatusCode}: {body}");
        }
    }
}
