using Drawbridge.LambdaFunction.Problems;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>
/// Asks Secrets Manager. Where its endpoint is missing from a VPC, packets are dropped without a word, so it has a
/// time limit of its own, far below the invocation's.
/// </summary>
internal sealed class SecretsManager(AwsAccess aws)
{
    private const int MostTries = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>The secret's current text.</summary>
    /// <exception cref="DrawbridgeException">It can't be had; the problem says why.</exception>
    public async Task<string> Read(string secret, CancellationToken cancellationToken)
    {
        var endpoint = SecretsEndpoint.For(secret, aws) ?? throw new DrawbridgeException(new RegionMissing());
        var credentials = await aws.Credentials(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var answer = await Ask(() => endpoint.Ask(secret, credentials, aws.Time.GetUtcNow()), limit.Token);
            return answer.ProblemOf(secret, endpoint) is { } problem
                ? throw new DrawbridgeException(problem)
                : answer.Text!;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(secret, endpoint, $"no answer within {Limit.TotalSeconds:0} s");
        }
        catch (HttpRequestException exception)
        {
            throw Unreachable(secret, endpoint, exception.GetBaseException().Message.TrimEnd('.'));
        }
    }

    private static async Task<SecretsAnswer> Ask(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        for (var tries = 1; ; tries++)
        {
            using var message = request();
            using var response = await client.SendAsync(message, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var answer = SecretsAnswer.Read((int)response.StatusCode, body);
            if (!answer.MayPassSoon || tries == MostTries)
            {
                return answer;
            }

            await Task.Delay(tries * Pause, cancellationToken);
        }
    }

    private static DrawbridgeException Unreachable(string secret, SecretsEndpoint endpoint, string reason) =>
        new(new SecretUnreachable(secret, endpoint.Address.Authority, reason));
}
