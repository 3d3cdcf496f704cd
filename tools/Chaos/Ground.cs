using System.Security.Cryptography;
using Drawbridge.LocalAws;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Network;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.Chaos;

/// <summary>
/// Where rounds take place, one after the other: the published function as a process, its bucket, and a real server
/// behind a network. Everything between them can be made to fail.
/// </summary>
public sealed class Ground : IAsyncDisposable
{
    /// <summary>The bucket that the function serves.</summary>
    public const string Bucket = "drawbridge";

    /// <summary>A bucket that notifies the same function, though it is none of its business.</summary>
    public const string OtherBucket = "somebody-elses";

    private Ground(LocalPostgres postgres, FaultyNetwork network)
    {
        Postgres = postgres;
        Network = network;
    }

    /// <summary>The server, which stays its owner's.</summary>
    public LocalPostgres Postgres { get; }

    /// <summary>What lies between the function and the server.</summary>
    public FaultyNetwork Network { get; }

    /// <summary>S3, its notifications and Lambda.</summary>
    public LocalAwsServer Aws { get; private set; } = null!;

    /// <summary>What goes over the network, piece by piece.</summary>
    public Traffic Traffic { get; private set; } = null!;

    /// <summary>What nobody may ever read in a log or a result.</summary>
    public IReadOnlyList<string> Secrets => [Postgres.Password, AccessToken, SecretKey];

    private string AccessToken { get; } = $"token-{RandomNumberGenerator.GetHexString(24)}";

    private string SecretKey { get; } = $"key-{RandomNumberGenerator.GetHexString(24)}";

    /// <summary>Starts everything but the server.</summary>
    public static async Task<Ground> Start(
        GroundOptions options, LocalPostgres postgres, CancellationToken cancellationToken = default)
    {
        var ground = new Ground(postgres, FaultyNetwork.To(postgres.Host, postgres.Port));
        ground.Aws = await LocalAwsServer.Start(ground.AwsOptions(options), cancellationToken);
        ground.Traffic = new Traffic(ground.Aws.Moments);
        ground.Network.Passing = ground.Traffic.Pass;
        return ground;
    }

    /// <summary>Lets all be well again. Connections that hang are closed, as their keep-alives would do in the end.</summary>
    public async Task Heal()
    {
        await Traffic.Rest();
        Aws.Faults.Clear();
        Network.Refuses = false;
        if (Network.Silenced != NetworkSide.None)
        {
            Network.Cut(NetworkSide.Both);
            Network.Silenced = NetworkSide.None;
        }
    }

    /// <summary>Writes down what the function has said so far.</summary>
    public Task SaveLog(string file) => File.WriteAllLinesAsync(file, Aws.FunctionLog.Select(line => line.Text));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Aws.DisposeAsync();
        await Network.DisposeAsync();
    }

    private LocalAwsOptions AwsOptions(GroundOptions options) => new()
    {
        Buckets = [Bucket, OtherBucket],
        SendTestEvent = false,
        Function = new FunctionCommand(Subprocess.Start(Path.GetFullPath(options.Function)), new Dictionary<string, string>(options.Variables)
        {
            ["BUCKET"] = Bucket,
            ["DATABASE"] = Postgres.Url("DB_NAME", "127.0.0.1", Network.Port),
            ["AWS_SESSION_TOKEN"] = AccessToken,
            ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
        }),
        Lambda = new LambdaSettings
        {
            Timeout = options.Timeout,
            RetryDelays = [TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(10)],
        },
    };
}
