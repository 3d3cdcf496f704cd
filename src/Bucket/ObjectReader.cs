using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Drawbridge.Problems;

namespace Drawbridge.Bucket;

/// <summary>Reads objects whole, and reads again what was cut off on the way.</summary>
internal sealed class ObjectReader(IAmazonS3 s3, S3Requests requests)
{
    /// <summary>In bytes: twice what any manifest may have.</summary>
    private const long LargestObject = 64 * 1024 * 1024;

    private const int Tries = 3;

    /// <summary>Null when the object is missing or is what the caller knows.</summary>
    public async Task<BucketObject?> Read(GetObjectRequest request, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= Tries; tries++)
        {
            using var response = await requests.Send(
                $"s3:GetObject '{request.Key}'", Patience.Usual, token => Get(request, token), cancellationToken);
            if (response is null)
            {
                return null;
            }

            if (await Body(request.Key, response, cancellationToken) is { } bytes)
            {
                return new BucketObject(
                    bytes, response.ETag, S3Values.VersionId(response.VersionId), S3Values.Utc(response.LastModified));
            }
        }

        throw new DrawbridgeException(requests.Failure.Cut(request.Key));
    }

    private async Task<GetObjectResponse?> Get(GetObjectRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await s3.GetObjectAsync(request, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (S3Failure.IsNothingNew(exception))
        {
            return null;
        }
    }

    /// <summary>Null when less arrived than was announced, or something else.</summary>
    private async Task<byte[]?> Body(string key, GetObjectResponse response, CancellationToken cancellationToken)
    {
        if (response.ContentLength > LargestObject)
        {
            throw new DrawbridgeException(new ObjectTooLarge(key, response.ContentLength, LargestObject));
        }

        return await requests.Send(
            $"s3:GetObject '{key}'", Patience.For(response.ContentLength), token => ReadAll(response, token), cancellationToken);
    }

    private static async Task<byte[]?> ReadAll(GetObjectResponse response, CancellationToken cancellationToken)
    {
        var bytes = new byte[response.ContentLength];
        try
        {
            await response.ResponseStream.ReadExactlyAsync(bytes, cancellationToken);
            // The SDK compares its checksum only when it sees the end of the stream.
            return await response.ResponseStream.ReadAsync(new byte[1], cancellationToken) == 0 ? bytes : null;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or AmazonClientException)
        {
            return null;
        }
    }
}
