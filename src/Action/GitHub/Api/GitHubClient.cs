using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>
/// Speaks with GitHub's APIs. It waits out a short rate limit, and tries again what may be done twice; creating
/// something is not: an answer that was lost does not mean that nothing was made.
/// </summary>
internal sealed class GitHubClient : IDisposable
{
    private const int MostTries = 3;

    /// <summary>A hundred entries each.</summary>
    private const int MostPages = 30;

    private const int LargestAnswer = 64 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = new()
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    private readonly TimeProvider _time;

    /// <summary>A client that says who it is by a token.</summary>
    public GitHubClient(string token, TimeProvider time)
    {
        _time = time;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("drawbridge");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");
        _http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Reads something.</summary>
    /// <exception cref="HttpRequestException">
    /// GitHub can't be reached or refuses; with its status when it answered, 429 for every kind of rate limit.
    /// </exception>
    public async Task<JsonElement> Get(Uri address, CancellationToken cancellationToken) =>
        (await Send(HttpMethod.Get, address, body: null, MostTries, cancellationToken)).Body;

    /// <summary>Reads a list, page by page.</summary>
    /// <exception cref="HttpRequestException">As <see cref="Get"/>.</exception>
    public async IAsyncEnumerable<JsonElement> List(
        Uri first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var address = first;
        for (var page = 0; page < MostPages && address is not null; page++)
        {
            var answer = await Send(HttpMethod.Get, address, body: null, MostTries, cancellationToken);
            foreach (var item in answer.Body.Items())
            {
                yield return item;
            }

            address = answer.Next is { } next && next.Authority == first.Authority ? next : null;
        }
    }

    /// <summary>Asks a question in GraphQL, which changes nothing.</summary>
    /// <exception cref="HttpRequestException">As <see cref="Get"/>.</exception>
    public async Task<JsonElement> Ask(Uri address, JsonObject question, CancellationToken cancellationToken) =>
        (await Send(HttpMethod.Post, address, question, MostTries, cancellationToken)).Body;

    /// <summary>Makes something, or sets off something, that twice would be once too often.</summary>
    /// <exception cref="HttpRequestException">As <see cref="Get"/>.</exception>
    public async Task<JsonElement> Create(Uri address, JsonObject body, CancellationToken cancellationToken) =>
        (await Send(HttpMethod.Post, address, body, tries: 1, cancellationToken)).Body;

    /// <summary>Changes something that is there.</summary>
    /// <exception cref="HttpRequestException">As <see cref="Get"/>.</exception>
    public async Task<JsonElement> Edit(Uri address, JsonObject body, CancellationToken cancellationToken) =>
        (await Send(HttpMethod.Patch, address, body, MostTries, cancellationToken)).Body;

    /// <summary>Takes something away.</summary>
    /// <exception cref="HttpRequestException">As <see cref="Get"/>.</exception>
    public Task Delete(Uri address, CancellationToken cancellationToken) =>
        Send(HttpMethod.Delete, address, body: null, MostTries, cancellationToken);

    /// <param name="method">The verb.</param>
    /// <param name="address">Absolute.</param>
    /// <param name="body">What is said; null for nothing.</param>
    /// <param name="tries">How often it may be done, when it is not known whether it was.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task<GitHubAnswer> Send(
        HttpMethod method, Uri address, JsonObject? body, int tries, CancellationToken cancellationToken)
    {
        var pauses = 0;
        for (var tried = 1; ; tried++)
        {
            TimeSpan pause;
            try
            {
                var answer = await SendOnce(method, address, body, cancellationToken);
                if (answer.Limit is not { } limit)
                {
                    return answer.OrThrow();
                }

                if (limit > LongestPause || ++pauses == MostTries)
                {
                    throw RateLimit.Complaint(limit);
                }

                pause = limit;
                tried--; // It was refused, so nothing was done.
            }
            catch (HttpRequestException failure) when (tried < tries && IsPassing(failure))
            {
                pause = FirstPause * (1 << tried);
            }

            await Task.Delay(pause, _time, cancellationToken);
        }
    }

    private static bool IsPassing(HttpRequestException failure) =>
        failure.StatusCode is null or >= HttpStatusCode.InternalServerError;

    private async Task<GitHubAnswer> SendOnce(
        HttpMethod method, Uri address, JsonObject? body, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var question = new HttpRequestMessage(method, address);
        question.Content = body is null
            ? null
            : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _http.SendAsync(question, either.Token);
            return await GitHubAnswer.Read(answer, _time.GetUtcNow(), either.Token);
        }
        catch (OperationCanceledException silence) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"GitHub did not answer within {Words.Duration(Patience)}.", silence);
        }
    }
}
