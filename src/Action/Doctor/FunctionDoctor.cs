using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.GitHubAction.Doctor;

/// <summary>Asks the function itself, past S3 and its notifications, because those may be what is broken.</summary>
/// <param name="function">Its name or ARN.</param>
/// <param name="patience">How long to wait for its answer.</param>
internal sealed class FunctionDoctor(string function, TimeSpan patience)
{
    /// <summary>A cold start in a VPC, and the longest examination, twice.</summary>
    public static TimeSpan LongestPatience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>What it answers.</summary>
    /// <exception cref="DrawbridgeException">It could not be asked, or did not answer; the problem says why.</exception>
    public async Task<DoctorReport> Ask(CancellationToken cancellationToken)
    {
        var config = Config();
        using var lambda = new AmazonLambdaClient(await AwsCredentials.Find(config, cancellationToken), config);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            var request = new InvokeRequest { FunctionName = function, Payload = DoctorJson.Question };
            return FunctionAnswer.Read(function, await lambda.InvokeAsync(request, limit.Token));
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (limit.IsCancellationRequested)
        {
            throw new DrawbridgeException(new FunctionSilent(function, (int)patience.TotalSeconds), exception);
        }
        catch (Exception exception) when (FunctionAnswer.ProblemOf(function, exception) is { } problem)
        {
            throw new DrawbridgeException(problem, exception);
        }
    }

    private AmazonLambdaConfig Config()
    {
        var config = new AmazonLambdaConfig { Timeout = 2 * LongestPatience };
        // In this order: the SDK forgets AWS_ENDPOINT_URL when its URL is read before its region.
        var region = config.RegionEndpoint;
        var endpoint = config.ServiceURL;
        if (endpoint is null && function.Split(':') is ["arn", _, "lambda", { Length: > 0 } named, ..])
        {
            config.RegionEndpoint = region = RegionEndpoint.GetBySystemName(named);
        }

        return endpoint is null && region is null ? throw new DrawbridgeException(new RegionMissing()) : config;
    }
}
