using System.Text;

namespace Drawbridge.LocalAws.Tests;

/// <summary>The loop of a function's runtime, over plain HTTP.</summary>
internal sealed class PollingRuntime(HttpClient http, string runtimeApi)
{
    private readonly string _root = $"http://{runtimeApi}/2018-06-01/runtime";

    public async Task<ReceivedEvent> Next()
    {
        using var answer = await http.GetAsync(new Uri($"{_root}/invocation/next"));
        answer.EnsureSuccessStatusCode();
        return new ReceivedEvent(
            answer.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single(),
            answer.Headers.GetValues("Lambda-Runtime-Deadline-Ms").Single(),
            await answer.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> Respond(string requestId, string json) =>
        Post($"invocation/{requestId}/response", json);

    public Task<HttpResponseMessage> Fail(string requestId, string json, string? type = null) =>
        Post($"invocation/{requestId}/error", json, type);

    private async Task<HttpResponseMessage> Post(string path, string body, string? errorType = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_root}/{path}"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (errorType is not null)
        {
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        }

        return await http.SendAsync(request);
    }
}
