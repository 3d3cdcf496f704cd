using System.Net;
using System.Net.Sockets;
using Drawbridge.Bucket;
using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Problems;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Doctor;

/// <summary>
/// Looks at S3 in the order name, connection, clock, permissions. Where a subnet has no route to S3, packets are dropped
/// without a word: the first two have limits that leave no doubt within seconds.
/// </summary>
internal sealed class BucketExamination(MigrationBucket bucket, BucketLayout layout, TimeProvider time)
{
    private static readonly TimeSpan NameLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ConnectionLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    private readonly Checkup _name = new("bucket-name");
    private readonly Checkup _connection = new("bucket-connection");
    private readonly Checkup _clock = new("clock");
    private readonly BucketPermissions _permissions = new(bucket, layout);
    private DateTimeOffset? _timeOfS3;
    private DateTimeOffset _timeOfAnswer;

    public async Task<BucketFindings> Run(DoctorCheck credentials, CancellationToken cancellationToken)
    {
        var name = await _name.Look(NameLimit, Unreachable("its name can't be resolved"), Resolve, cancellationToken);
        var connection = name.Status == CheckStatus.Broken
            ? _connection.Skipped(name.Name)
            : await _connection.Look(ConnectionLimit, Silence, Knock, cancellationToken);
        DoctorCheck[] way = [credentials, name, connection];
        if (Array.Find(way, check => check.Status == CheckStatus.Broken) is { } broken)
        {
            return new BucketFindings([.. way, _clock.Skipped(broken.Name), .. _permissions.Skip(broken.Name)], null);
        }

        var permissions = await _permissions.Look(cancellationToken);
        return new BucketFindings([.. way, Clock(), .. permissions], _permissions.Databases);
    }

    private async Task<DoctorCheck> Resolve(CancellationToken cancellationToken)
    {
        try
        {
            await Dns.GetHostAddressesAsync(bucket.Address.DnsSafeHost, cancellationToken);
            return _name.Fine($"'{bucket.Address.DnsSafeHost}' has an address.");
        }
        catch (SocketException)
        {
            throw new DrawbridgeException(Unreachable("its name can't be resolved"));
        }
    }

    /// <summary>Any answer will do: who asks without a signature may be sent away.</summary>
    private async Task<DoctorCheck> Knock(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Head, bucket.Address);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            (_timeOfS3, _timeOfAnswer) = (response.Headers.Date, time.GetUtcNow());
            return _connection.Fine($"'{bucket.Address.Authority}' answers.");
        }
        catch (HttpRequestException exception)
        {
            throw new DrawbridgeException(Unreachable(exception.GetBaseException().Message.TrimEnd('.')));
        }
    }

    private DoctorCheck Clock()
    {
        if (_timeOfS3 is not { } timeOfS3)
        {
            return _clock.Fine("S3 does not say what time it is.");
        }

        var skew = (_timeOfAnswer - timeOfS3).Duration();
        return skew > MostSkew
            ? _clock.Broken(new ClockSkewed(skew))
            : _clock.Fine($"The function's clock and S3's differ by {skew.TotalSeconds:0} s.");
    }

    private BucketUnreachable Silence => Unreachable($"no answer within {ConnectionLimit.TotalSeconds:0} s");

    private BucketUnreachable Unreachable(string reason) => new(bucket.Name, bucket.Address.Authority, reason);
}
